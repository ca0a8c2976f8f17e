import ts from "typescript";

/** The place in a type that makes it not assignable to another: `BotSession.tags.userTags`, as deep as can be said. */
export function culprit(checker: ts.TypeChecker, place: string, source: ts.Type, target: ts.Type, depth = 0): string {
  if (depth > 6 || target.isUnion()) return place;
  for (const wanted of checker.getPropertiesOfType(target)) {
    const given = checker.getPropertyOfType(source, wanted.name);
    const inside = `${place}.${wanted.name}`;
    if (given === undefined) {
      if (wanted.flags & ts.SymbolFlags.Optional) continue;
      return inside;
    }
    if ((given.flags & ts.SymbolFlags.Optional) > (wanted.flags & ts.SymbolFlags.Optional)) return inside;
    const types = [checker.getTypeOfSymbol(given), checker.getTypeOfSymbol(wanted)] as const;
    if (!checker.isTypeAssignableTo(...types)) return culprit(checker, inside, ...types, depth + 1);
  }
  return place;
}
