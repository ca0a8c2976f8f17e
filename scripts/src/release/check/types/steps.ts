import ts from "typescript";
import { packageOf } from "./world.ts";

/** What a step into a type leads to: a field, what is behind an index, a parameter, a result or an argument. */
export interface Step {
  readonly types: readonly ts.Type[];
  /** Whether somebody writes it down, so that its absence is noticed. */
  readonly isWritten: boolean;
  readonly isAssigned: boolean;
}

export type Steps = ReadonlyMap<string, Step>;

/** The steps into a type that consists of these parts, by what they add to a path. */
export function stepsInto(checker: ts.TypeChecker, parts: readonly ts.Type[]): Steps {
  const steps = new Map<string, Step>();
  for (const part of parts) {
    if (!(part.flags & ts.TypeFlags.Object)) continue;
    if (isOfLibrary(checker, part)) stepIntoArguments(part);
    else stepIntoStructure(part);
  }
  return steps;

  function add(name: string, type: ts.Type, { isWritten, isAssigned }: Omit<Step, "types">): void {
    const known = steps.get(name);
    steps.set(name, {
      types: [...(known?.types ?? []), ...partsOf(type)],
      isWritten,
      isAssigned: isAssigned || known?.isAssigned === true,
    });
  }

  function stepIntoArguments(type: ts.Type): void {
    for (const [index, argument] of argumentsOf(checker, type).entries())
      add(`<${index + 1}>`, argument, { isWritten: false, isAssigned: false });
  }

  function stepIntoStructure(type: ts.Type): void {
    for (const property of checker.getPropertiesOfType(type)) {
      const inner = checker.getTypeOfSymbol(property);
      // Nobody assigns to a method.
      const isAssigned = inner.getCallSignatures().length === 0 && isWritable(property);
      add(`.${property.name}`, inner, { isWritten: true, isAssigned });
    }
    for (const { keyType, type: inner, isReadonly } of checker.getIndexInfosOfType(type))
      add(`[${checker.typeToString(keyType)}]`, inner, { isWritten: true, isAssigned: !isReadonly });
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      for (const [index, parameter] of signature.getParameters().entries())
        add(` parameter ${index + 1}`, checker.getTypeOfSymbol(parameter), { isWritten: true, isAssigned: false });
      add(" result", signature.getReturnType(), { isWritten: false, isAssigned: false });
    }
  }
}

export function partsOf(type: ts.Type): readonly ts.Type[] {
  return type.isUnionOrIntersection() ? type.types.flatMap(partsOf) : [type];
}

export function argumentsOf(checker: ts.TypeChecker, type: ts.Type): readonly ts.Type[] {
  if (type.aliasTypeArguments !== undefined) return type.aliasTypeArguments;
  const isReference = (((type as ts.ObjectType).objectFlags ?? 0) & ts.ObjectFlags.Reference) !== 0;
  return isReference ? checker.getTypeArguments(type as ts.TypeReference) : [];
}

/** Only what is put into it is ours then. What `Record` or `Omit` make of a type is ours throughout. */
function isOfLibrary(checker: ts.TypeChecker, type: ts.Type): boolean {
  const [declaration] = type.symbol?.declarations ?? [];
  if (declaration === undefined) return checker.isTupleType(type);
  return packageOf(declaration) === undefined && !ts.isMappedTypeNode(declaration);
}

function isWritable({ declarations = [] }: ts.Symbol): boolean {
  const isReadonly = (node: ts.Declaration): boolean =>
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ReadonlyKeyword) === true;
  const isOnlyRead = declarations.some(ts.isGetAccessor) && !declarations.some(ts.isSetAccessor);
  return !isOnlyRead && !declarations.some(isReadonly);
}
