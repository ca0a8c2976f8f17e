import ts from "typescript";
import { packageOf, type World } from "./world.ts";

/** Where users meet a type: in what they give, in what they get, or in both. */
export type Position = "input" | "output";
export type Positions = ReadonlyMap<string, ReadonlySet<Position>>;

/** `packages/kore-xo#BotSession` */
export function keyOf(symbol: ts.Symbol): string | undefined {
  const [declaration] = symbol.declarations ?? [];
  const owner = declaration && packageOf(declaration);
  // What has no name of its own is called `__type` or `__function`.
  return owner === undefined || symbol.name.startsWith("__") ? undefined : `${owner}#${symbol.name}`;
}

/** Follows what the exported values take and give, and tells for every named type which of the two it is. */
export function findPositions({ checker }: World, modules: readonly ts.Symbol[]): Positions {
  const found = new Map<string, Set<Position>>();
  const seen = new Map<ts.Type, Set<Position>>();
  const values = modules.flatMap((module) => checker.getExportsOfModule(module).flatMap(valueTypeOf));
  const handles = new Set(values.flatMap(handedOut));
  for (const type of values) walk(type, "output");
  return found;

  function valueTypeOf(exported: ts.Symbol): readonly ts.Type[] {
    const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    return symbol.flags & ts.SymbolFlags.Value ? [checker.getTypeOfSymbol(symbol)] : [];
  }

  /** Who gives a client back to us, as to `rawClient`, has it from us. */
  function handedOut(type: ts.Type): readonly string[] {
    return [type, ...type.getCallSignatures().map((signature) => signature.getReturnType())].flatMap(keysOf);
  }

  function keysOf({ aliasSymbol, symbol }: ts.Type): readonly string[] {
    return [aliasSymbol, symbol].flatMap((named) => (named && keyOf(named)) ?? []);
  }

  function walk(type: ts.Type, position: Position): void {
    const keys = keysOf(type);
    if (position === "input" && keys.some((key) => handles.has(key))) return;
    if (!add(seen, type, position)) return;
    for (const key of keys) add(found, key, position);
    if (type.isUnionOrIntersection()) return type.types.forEach((part) => walk(part, position));
    if (type.flags & ts.TypeFlags.Object) return walkObject(type as ts.ObjectType, position);
    if (type.flags & ts.TypeFlags.Conditional) {
      const { root, resolvedTrueType, resolvedFalseType } = type as ts.ConditionalType;
      const branches = [root.node.trueType, root.node.falseType].map((node) => checker.getTypeFromTypeNode(node));
      for (const part of [...branches, resolvedTrueType, resolvedFalseType]) if (part) walk(part, position);
    }
    const constraint = checker.getBaseConstraintOfType(type);
    if (constraint !== undefined && constraint !== type) walk(constraint, position);
  }

  function walkObject(type: ts.ObjectType, position: Position): void {
    if (isOfLibrary(type)) {
      // Only what is put into it is ours: the items of an array, the result of a promise.
      const isGeneric = (type.objectFlags & ts.ObjectFlags.Reference) !== 0;
      for (const part of isGeneric ? checker.getTypeArguments(type as ts.TypeReference) : []) walk(part, position);
      return;
    }
    if (type.isClassOrInterface()) for (const base of checker.getBaseTypes(type)) walk(base, position);
    for (const property of checker.getPropertiesOfType(type)) walk(checker.getTypeOfSymbol(property), position);
    for (const { type: value } of checker.getIndexInfosOfType(type)) walk(value, position);
    const given = position === "output" ? "input" : "output";
    for (const signature of [...type.getCallSignatures(), ...type.getConstructSignatures()]) {
      for (const parameter of signature.parameters) walk(checker.getTypeOfSymbol(parameter), given);
      for (const parameter of signature.getTypeParameters() ?? []) walk(parameter, given);
      walk(signature.getReturnType(), position);
      // `value is Failure` hands out a Failure.
      const narrowed = checker.getTypePredicateOfSignature(signature)?.type;
      if (narrowed) walk(narrowed, position);
    }
  }
}

function isOfLibrary(type: ts.Type): boolean {
  const declarations = type.symbol?.declarations ?? [];
  return declarations.length > 0 && declarations.every((declaration) => packageOf(declaration) === undefined);
}

function add<Key>(map: Map<Key, Set<Position>>, key: Key, position: Position): boolean {
  const positions = map.get(key) ?? new Set();
  map.set(key, positions);
  if (positions.has(position)) return false;
  positions.add(position);
  return true;
}
