import ts from "typescript";
import type { Reason } from "../bump.ts";

export type Parameters = readonly ts.TypeParameterDeclaration[];

/** Compares the type parameters of a type or a function: who writes them, or leaves them out, must be able to go on so. */
export function compareTypeParameters(
  checker: ts.TypeChecker,
  name: string,
  before: Parameters,
  after: Parameters,
): readonly Reason[] {
  const added = after.slice(before.length);
  if (after.length < before.length || added.some((parameter) => parameter.default === undefined))
    return [{ bump: "major", text: `${name} takes other type parameters` }];
  const changed = before.flatMap((parameter, index) => {
    const next = after[index];
    if (next === undefined) return [];
    const place = `the type parameter ${parameter.name.text} of ${name}`;
    return [
      compareConstraint(place, parameter, next),
      compareDefault(place, parameter, next),
      compareConst(place, parameter, next),
    ];
  });
  return [
    ...changed.filter((reason) => reason !== undefined),
    ...(added.length > 0 ? [{ bump: "minor", text: `${name} takes one more type parameter` } as const] : []),
  ];

  function compareConstraint(
    place: string,
    { constraint: had }: ts.TypeParameterDeclaration,
    { constraint: has }: ts.TypeParameterDeclaration,
  ): Reason | undefined {
    if (had?.getText() === has?.getText() || has === undefined) {
      return had && !has ? { bump: "minor", text: `${place} takes everything` } : undefined;
    }
    const takesAsMuch = had && checker.isTypeAssignableTo(typeOf(had), typeOf(has));
    if (!takesAsMuch) return { bump: "major", text: `${place} takes less: ${has.getText()}` };
    return { bump: "minor", text: `${place} takes ${has.getText()}` };
  }

  function compareDefault(
    place: string,
    { default: had }: ts.TypeParameterDeclaration,
    { default: has }: ts.TypeParameterDeclaration,
  ): Reason | undefined {
    if (had?.getText() === has?.getText()) return undefined;
    if (has === undefined) return { bump: "major", text: `${place} has no default any more` };
    if (had === undefined) return { bump: "minor", text: `${place} has a default` };
    const [before, after] = [typeOf(had), typeOf(has)];
    const isSame = checker.isTypeAssignableTo(before, after) && checker.isTypeAssignableTo(after, before);
    return isSame ? undefined : { bump: "major", text: `${place} has another default: ${has.getText()}` };
  }

  function compareConst(
    place: string,
    before: ts.TypeParameterDeclaration,
    after: ts.TypeParameterDeclaration,
  ): Reason | undefined {
    const [had, has] = [before, after].map((node) =>
      ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ConstKeyword),
    );
    if (had === has) return undefined;
    return has
      ? { bump: "minor", text: `${place} is inferred as a constant` }
      : { bump: "major", text: `${place} is no longer inferred as a constant` };
  }

  function typeOf(node: ts.TypeNode): ts.Type {
    return checker.getTypeFromTypeNode(node);
  }
}

/** Those of the functions in a type: its own calls, or those of its methods, by the name of the function. */
export function functionParameters(
  checker: ts.TypeChecker,
  name: string,
  type: ts.Type,
): ReadonlyMap<string, Parameters> {
  const methods = type
    .getProperties()
    .map((property) => [`${name}.${property.name}`, checker.getTypeOfSymbol(property)] as const);
  return new Map(
    [[name, type] as const, ...methods].flatMap(([place, part]) =>
      part.getCallSignatures().map((signature, index) => {
        const parameters = (signature.declaration?.typeParameters ?? []) as Parameters;
        return [index === 0 ? place : `${place}, overload ${index + 1}`, parameters] as const;
      }),
    ),
  );
}
