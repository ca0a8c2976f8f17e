import ts from "typescript";
import { packageOf } from "./world.ts";

const deepest = 4;

/**
 * The place where a type shows a library's generic type with arguments that do not suit the old ones. What the library
 * makes of them is not asked: its generic functions suit each other whatever they were made for.
 */
export function otherLibraryType(
  checker: ts.TypeChecker,
  place: string,
  base: ts.Type,
  next: ts.Type,
  depth = 0,
): string | undefined {
  if (depth > deepest) return undefined;
  if (isOfLibrary(base) && base.symbol === next.symbol) {
    const [before, after] = [base, next].map((type) => checker.getTypeArguments(type as ts.TypeReference));
    const suits = before?.every((given, index) => {
      const now = after?.[index];
      return now !== undefined && (isNever(given) || !isNever(now)) && checker.isTypeAssignableTo(now, given);
    });
    return suits === false ? place : undefined;
  }
  const [before, after] = [base, next].map((type) => type.getCallSignatures());
  for (const [index, signature] of (before ?? []).entries()) {
    const now = after?.[index];
    if (now === undefined) continue;
    const found = otherLibraryType(
      checker,
      `the result of ${place}`,
      signature.getReturnType(),
      now.getReturnType(),
      depth + 1,
    );
    if (found !== undefined) return found;
  }
  for (const property of isOurs(base) ? base.getProperties() : []) {
    const now = next.getProperty(property.name);
    if (now === undefined) continue;
    const [type, nextType] = [checker.getTypeOfSymbol(property), checker.getTypeOfSymbol(now)];
    const found = otherLibraryType(checker, `${place}.${property.name}`, type, nextType, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isOurs({ symbol }: ts.Type): boolean {
  return symbol?.declarations?.some((declaration) => packageOf(declaration) !== undefined) === true;
}

/** Not the language's own, of which a compiler knows all. */
function isOfLibrary(type: ts.Type): boolean {
  const isGeneric =
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Reference) !== 0;
  return (
    isGeneric &&
    type.symbol?.declarations?.some((declaration) =>
      /\/node_modules\/(?!.*(typescript|@types\/node)\/)/.test(declaration.getSourceFile().fileName),
    ) === true
  );
}

function isNever(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Never) !== 0;
}
