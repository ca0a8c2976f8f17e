import ts from "typescript";
import { byStrength, type Reason } from "../bump.ts";
import { culprit } from "./culprit.ts";
import { fieldsOf } from "./fields.ts";
import { keyOf, type Position, type Positions } from "./positions.ts";
import { probe, type Side } from "./world.ts";

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
  const { name } = pair.base;
  const [base, next] = [resolve(pair.base), resolve(pair.next)];
  const wasValue = (base.flags & ts.SymbolFlags.Value) !== 0;
  const wasType = (base.flags & ts.SymbolFlags.Type) !== 0;
  if (wasValue && !(next.flags & ts.SymbolFlags.Value))
    return { bump: "major", text: `${name} is no longer a value`, isOwn: true };
  if (wasType && !(next.flags & ts.SymbolFlags.Type))
    return { bump: "major", text: `${name} is no longer a type`, isOwn: true };

  const reasons = [
    ...(wasValue ? [compareTypes(name, valueTypes({ base, next }), new Set(["output"]))] : []),
    ...(wasType ? [compareDeclared()] : []),
  ].filter((reason) => reason !== undefined);
  const [first] = reasons.sort(byStrength);
  return first && { ...first, isOwn: textOf(pair.base) !== textOf(pair.next) };

  function resolve(symbol: ts.Symbol): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  }

  function valueTypes({ base, next }: Pair<ts.Symbol>): Pair<ts.Type> {
    return { base: checker.getTypeOfSymbol(base), next: checker.getTypeOfSymbol(next) };
  }

  function compareDeclared(): Reason | undefined {
    const [before, after] = [typeParameters(base), typeParameters(next)];
    const added = after.slice(before.length);
    if (after.length < before.length || added.some((parameter) => parameter.default === undefined))
      return { bump: "major", text: `${name} takes other type parameters` };
    const types = { base: declaredType(checker, base), next: declaredType(checker, next) };
    const reason = compareTypes(name, types, positions.get(keyOf(base) ?? "") ?? both);
    if (added.length === 0 || reason?.bump === "major") return reason;
    return { bump: "minor", text: `${name} takes one more type parameter` };
  }

  function compareTypes(name: string, { base, next }: Pair<ts.Type>, at: ReadonlySet<Position>): Reason | undefined {
    const [before, after] = [literalsIn(checker, base), literalsIn(checker, next)];
    if (before && after) return compareLists(name, before, after);

    // Two generic functions are only ever as good as their words: a checker does not unify their type guards.
    if (isGenericFunction(base) && textOf(pair.base) === textOf(pair.next)) return undefined;

    const accepts = checker.isTypeAssignableTo(base, next);
    const gives = checker.isTypeAssignableTo(next, base);
    if (at.has("output") && !gives)
      return { bump: "major", text: `${culprit(checker, name, next, base)} gives what users did not have to expect` };
    if (at.has("input") && !accepts)
      return { bump: "major", text: `${culprit(checker, name, base, next)} no longer takes what users give` };

    const [had, has] = [fieldsOf(checker, base), fieldsOf(checker, next)];
    const gone = [...had].find((field) => !has.has(field));
    if (gone !== undefined) return { bump: "major", text: `${name}${gone} is gone` };
    const added = [...has].find((field) => !had.has(field));
    if (added !== undefined) return { bump: "minor", text: `${name}${added} is new` };
    if (!accepts || !gives) return { bump: "minor", text: `${name} changed in a way that suits its users` };
    return textOf(pair.base) === textOf(pair.next) ? undefined : { bump: "patch", text: `${name} is worded otherwise` };
  }

  function textOf(symbol: ts.Symbol): string {
    const texts = (resolve(symbol).declarations ?? []).map((declaration) => declaration.getText());
    return texts.join("\n").replaceAll(/\s+/g, " ");
  }
}

function isGenericFunction(type: ts.Type): boolean {
  return type.getCallSignatures().some((signature) => signature.getTypeParameters() !== undefined);
}

function typeParameters(symbol: ts.Symbol): readonly ts.TypeParameterDeclaration[] {
  const declaration = symbol.declarations?.find(
    (found) => ts.isInterfaceDeclaration(found) || ts.isTypeAliasDeclaration(found) || ts.isClassDeclaration(found),
  );
  return declaration?.typeParameters ?? [];
}

function declaredType(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Type {
  const [declaration] = symbol.declarations ?? [];
  if (declaration === undefined || typeParameters(symbol).length === 0) return checker.getDeclaredTypeOfSymbol(symbol);
  const module = checker.getSymbolAtLocation(declaration.getSourceFile());
  const filled = module?.exports?.get(ts.escapeLeadingUnderscores(probe(symbol.name)));
  return checker.getDeclaredTypeOfSymbol(filled ?? symbol);
}

/** The documented values of an open set: `readonly ["idle", "busy"]`. Nobody counts on how many there are. */
function literalsIn(checker: ts.TypeChecker, type: ts.Type): ReadonlySet<string> | undefined {
  if (!checker.isTupleType(type)) return undefined;
  const items = checker.getTypeArguments(type as ts.TypeReference);
  if (items.length === 0 || !items.every((item) => item.isLiteral())) return undefined;
  return new Set(items.map((item) => checker.typeToString(item)));
}

function compareLists(name: string, before: ReadonlySet<string>, after: ReadonlySet<string>): Reason | undefined {
  const gone = [...before].find((value) => !after.has(value));
  if (gone !== undefined) return { bump: "major", text: `${name} no longer has ${gone}` };
  const added = [...after].find((value) => !before.has(value));
  return added === undefined ? undefined : { bump: "minor", text: `${name} has ${added} in addition` };
}
