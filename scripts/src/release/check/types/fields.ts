import ts from "typescript";
import { packageOf } from "./world.ts";

/** Deeper than any of our types that has no name. */
const deepest = 6;

export interface Fields {
  /** Every field and parameter that can be given or asked for through a type, by its path. */
  readonly all: ReadonlySet<string>;
  /** Those fields that can be assigned. */
  readonly writable: ReadonlySet<string>;
}

/**
 * Assignability sees neither a field that is gone where it was optional, though whoever wrote its name does, nor one that
 * became `readonly`, though whoever assigned to it does.
 */
export function fieldsOf(checker: ts.TypeChecker, type: ts.Type): Fields {
  const all = new Set<string>();
  const writable = new Set<string>();
  collect(type, "", 0);
  return { all, writable };

  function collect(type: ts.Type, path: string, depth: number): void {
    if (depth > deepest) return;
    if (type.isUnionOrIntersection()) return type.types.forEach((part) => collect(part, path, depth));
    // A named type inside another is compared where it is declared.
    if (!(type.flags & ts.TypeFlags.Object) || (depth > 0 && !isNameless(type))) return;
    for (const property of checker.getPropertiesOfType(type)) {
      const place = `${path}.${property.name}`;
      const inner = checker.getTypeOfSymbol(property);
      all.add(place);
      // Nobody assigns to a method.
      if (inner.getCallSignatures().length === 0 && isWritable(property)) writable.add(place);
      collect(inner, place, depth + 1);
    }
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      signature.getParameters().forEach((parameter, index) => {
        const place = `${path} parameter ${index + 1}`;
        all.add(place);
        collect(checker.getTypeOfSymbol(parameter), place, depth + 1);
      });
      collect(signature.getReturnType(), `${path} result`, depth + 1);
    }
  }
}

function isWritable({ declarations = [] }: ts.Symbol): boolean {
  const isReadonly = (node: ts.Declaration): boolean =>
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
  const isOnlyRead = declarations.some(ts.isGetAccessor) && !declarations.some(ts.isSetAccessor);
  return !isOnlyRead && !declarations.some(isReadonly);
}

function isNameless({ aliasSymbol, symbol }: ts.Type): boolean {
  if (aliasSymbol !== undefined) return false;
  const [declaration] = symbol?.declarations ?? [];
  if (declaration === undefined || packageOf(declaration) === undefined) return false;
  return !ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration);
}
