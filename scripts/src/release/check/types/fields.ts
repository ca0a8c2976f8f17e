import ts from "typescript";
import { packageOf } from "./world.ts";

/** Deeper than any of our types that has no name. */
const deepest = 6;

/**
 * Every field and parameter that can be given or asked for through a type, by its path. Assignability does not see a field that is gone where it
 * was optional, but whoever wrote its name does.
 */
export function fieldsOf(checker: ts.TypeChecker, type: ts.Type): ReadonlySet<string> {
  const found = new Set<string>();
  collect(type, "", 0);
  return found;

  function collect(type: ts.Type, path: string, depth: number): void {
    if (depth > deepest) return;
    if (type.isUnionOrIntersection()) return type.types.forEach((part) => collect(part, path, depth));
    // A named type inside another is compared where it is declared.
    if (!(type.flags & ts.TypeFlags.Object) || (depth > 0 && !isNameless(type))) return;
    for (const property of checker.getPropertiesOfType(type)) {
      const place = `${path}.${property.name}`;
      found.add(place);
      collect(checker.getTypeOfSymbol(property), place, depth + 1);
    }
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      signature.getParameters().forEach((parameter, index) => {
        const place = `${path} parameter ${index + 1}`;
        found.add(place);
        collect(checker.getTypeOfSymbol(parameter), place, depth + 1);
      });
      collect(signature.getReturnType(), `${path} result`, depth + 1);
    }
  }
}

function isNameless({ aliasSymbol, symbol }: ts.Type): boolean {
  if (aliasSymbol !== undefined) return false;
  const [declaration] = symbol?.declarations ?? [];
  if (declaration === undefined || packageOf(declaration) === undefined) return false;
  return !ts.isInterfaceDeclaration(declaration) && !ts.isClassDeclaration(declaration);
}
