import type { SchemaObject } from "openapi-typescript";
import ts from "typescript";

/**
 * An open set of strings as `"idle" | "busy" | (string & {})`: editors offer the known values, any other is fine. As a
 * plain union with `string` the known values would vanish.
 */
export function openEnumType(schema: SchemaObject): ts.TypeNode | undefined {
  const values = schema["x-extensible-enum"] as readonly string[] | undefined;
  const types = new Set<string>([schema.type ?? []].flat());
  if (values === undefined || !types.has("string")) return undefined;
  const { factory } = ts;
  const anyString = factory.createParenthesizedType(
    factory.createIntersectionTypeNode([
      factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
      factory.createTypeLiteralNode([]),
    ]),
  );
  const literals = values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  const nothing = types.has("null") ? [factory.createLiteralTypeNode(factory.createNull())] : [];
  return factory.createUnionTypeNode([...literals, anyString, ...nothing]);
}
