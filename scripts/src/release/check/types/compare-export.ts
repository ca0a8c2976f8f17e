import ts from "typescript";
import { byStrength, type Reason } from "../bump.ts";
import { culprit } from "./culprit.ts";
import { compareFields } from "./fields.ts";
import { otherLibraryType } from "./library-types.ts";
import { keyOf, type Position, type Positions } from "./positions.ts";
import { internal, maker, pair as pairName, probe } from "./probes.ts";
import { compareTypeParameters, functionParameters, type Parameters } from "./type-parameters.ts";
import type { Side } from "./world.ts";

type Pair<T> = Readonly<Record<Side, T>>;
const both: ReadonlySet<Position> = new Set(["input", "output"]);

/** A change of an export. It is its own where its declaration changed, and not only what that refers to. */
export interface ExportChange extends Reason {
  readonly isOwn: boolean;
}

/** Compares one exported name with itself in the next version; undefined where nothing changed. */
export function compareExport(
  checker: ts.TypeChecker,
  positions: Positions,
  pair: Pair<ts.Symbol>,
): ExportChange | undefined {
  const name = pair.base.name.replace(new RegExp(`^${internal("")}`), "");
  const [base, next] = [resolve(pair.base), resolve(pair.next)];
  const wasValue = (base.flags & ts.SymbolFlags.Value) !== 0;
  const wasType = (base.flags & ts.SymbolFlags.Type) !== 0;
  if (wasValue && !(next.flags & ts.SymbolFlags.Value))
    return { bump: "major", text: `${name} is no longer a value`, isOwn: true };
  if (wasType && !(next.flags & ts.SymbolFlags.Type))
    return { bump: "major", text: `${name} is no longer a type`, isOwn: true };

  const isOwn = textOf(pair.base) !== textOf(pair.next);
  const reasons = [...(wasValue ? compareValues() : []), ...(wasType ? compareDeclared() : [])];
  const [first] = reasons.sort(byStrength);
  return first && { ...first, isOwn };

  function resolve(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  function compareValues(): readonly Reason[] {
    const types = { base: checker.getTypeOfSymbol(base), next: checker.getTypeOfSymbol(next) };
    return [...compareFunctions(types), ...compareTypes(types, new Set(["output"])), ...compareMakers()];
  }

  function compareMakers(): readonly Reason[] {
    const [before, after] = [base, next].map((symbol) => added(checker, symbol, maker(symbol.name)));
    if (before === undefined || after === undefined) return [];
    if (!checker.isTypeAssignableTo(after, before))
      return [{ bump: "major", text: `the constructor of ${name} no longer takes what users give` }];
    if (checker.isTypeAssignableTo(before, after)) return [];
    return [{ bump: "minor", text: `the constructor of ${name} takes more` }];
  }

  function compareDeclared(): readonly Reason[] {
    const reasons = compareTypeParameters(checker, name, typeParameters(base), typeParameters(next));
    if (reasons.some(({ bump }) => bump === "major")) return reasons;
    const types = { base: declaredType(checker, base), next: declaredType(checker, next) };
    const at = positions.get(keyOf(base) ?? "") ?? both;
    return [...reasons, ...compareFunctions(types), ...compareTypes(types, at), ...compareForAll(at)];
  }

  function compareFunctions({ base, next }: Pair<ts.Type>): readonly Reason[] {
    const after = functionParameters(checker, name, next);
    return [...functionParameters(checker, name, base)].flatMap(([place, parameters]) => {
      const now = after.get(place);
      return parameters.length === 0 || now === undefined ? [] : compareTypeParameters(checker, place, parameters, now);
    });
  }

  /** The widest argument tells little of a conditional type, so what was written otherwise must suit every argument. */
  function compareForAll(at: ReadonlySet<Position>): readonly Reason[] {
    const paired = added(checker, base, pairName(base.name));
    if (paired === undefined || !isOwn) return [];
    const [before, after] = checker.getTypeArguments(paired as ts.TypeReference);
    if (before === undefined || after === undefined) return [];
    const suits =
      (!at.has("output") || checker.isTypeAssignableTo(after, before)) &&
      (!at.has("input") || checker.isTypeAssignableTo(before, after));
    return suits ? [] : [{ bump: "major", text: `${name} cannot be shown to suit all that it was used with` }];
  }

  function compareTypes({ base, next }: Pair<ts.Type>, at: ReadonlySet<Position>): readonly Reason[] {
    const [before, after] = [literalsIn(checker, base), literalsIn(checker, next)];
    if (before && after) return compareLists(name, before, after);

    // Two generic functions are only ever as good as their words: a checker does not unify their type guards.
    if (isGenericFunction(base) && !isOwn) return [];

    const accepts = checker.isTypeAssignableTo(base, next);
    const gives = checker.isTypeAssignableTo(next, base);
    if (at.has("output") && !gives)
      return [{ bump: "major", text: `${culprit(checker, name, next, base)} gives what users did not have to expect` }];
    if (at.has("input") && !accepts)
      return [{ bump: "major", text: `${culprit(checker, name, base, next)} no longer takes what users give` }];

    const otherwise = otherLibraryType(checker, name, base, next);
    if (otherwise !== undefined) return [{ bump: "major", text: `${otherwise} is made for something else` }];

    const { gone, fixed, added, freed } = compareFields(checker, name, base, next);
    if (gone !== undefined) return [{ bump: "major", text: `${gone} is gone` }];
    if (fixed !== undefined && at.has("output")) return [{ bump: "major", text: `${fixed} became readonly` }];
    if (added !== undefined) return [{ bump: "minor", text: `${added} is new` }];
    if (freed !== undefined && at.has("output")) return [{ bump: "minor", text: `${freed} can be assigned` }];
    if (!accepts || !gives) return [{ bump: "minor", text: `${name} changed in a way that suits its users` }];
    return isOwn ? [{ bump: "patch", text: `${name} is worded otherwise` }] : [];
  }

  function textOf(symbol: ts.Symbol): string {
    const texts = (resolve(symbol).declarations ?? []).map((declaration) => declaration.getText());
    return texts.join("\n").replaceAll(/\s+/g, " ");
  }
}

function isGenericFunction(type: ts.Type): boolean {
  return type.getCallSignatures().some((signature) => signature.getTypeParameters() !== undefined);
}

function typeParameters(symbol: ts.Symbol): Parameters {
  const declaration = symbol.declarations?.find(
    (found) => ts.isInterfaceDeclaration(found) || ts.isTypeAliasDeclaration(found) || ts.isClassDeclaration(found),
  );
  return declaration?.typeParameters ?? [];
}

function declaredType(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Type {
  const filled = typeParameters(symbol).length === 0 ? undefined : added(checker, symbol, probe(symbol.name));
  return filled ?? checker.getDeclaredTypeOfSymbol(symbol);
}

/** A type that was added beside a declaration. */
function added(checker: ts.TypeChecker, { declarations = [] }: ts.Symbol, name: string): ts.Type | undefined {
  const [declaration] = declarations;
  const module = declaration && checker.getSymbolAtLocation(declaration.getSourceFile());
  const found = module?.exports?.get(ts.escapeLeadingUnderscores(name));
  return found && checker.getDeclaredTypeOfSymbol(found);
}

/** The documented values of an open set: `readonly ["idle", "busy"]`. Nobody counts on how many there are. */
function literalsIn(checker: ts.TypeChecker, type: ts.Type): ReadonlySet<string> | undefined {
  if (!checker.isTupleType(type)) return undefined;
  const items = checker.getTypeArguments(type as ts.TypeReference);
  if (items.length === 0 || !items.every((item) => item.isLiteral())) return undefined;
  return new Set(items.map((item) => checker.typeToString(item)));
}

function compareLists(name: string, before: ReadonlySet<string>, after: ReadonlySet<string>): readonly Reason[] {
  const gone = [...before].find((value) => !after.has(value));
  if (gone !== undefined) return [{ bump: "major", text: `${name} no longer has ${gone}` }];
  const added = [...after].find((value) => !before.has(value));
  return added === undefined ? [] : [{ bump: "minor", text: `${name} has ${added} in addition` }];
}
