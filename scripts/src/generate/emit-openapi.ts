import openapiTS, { astToString, type OpenAPI3 } from "openapi-typescript";
import type { OpenApi } from "./document.ts";
import type { Emitted } from "./emitted.ts";
import { openEnumType } from "./open-enum.ts";

/** The description as openapi-typescript writes it, for those who call paths instead of methods. */
export async function emitOpenapi(document: OpenApi): Promise<Emitted> {
  const nodes = await openapiTS(withoutExamples(document) as OpenAPI3, {
    silent: true,
    defaultNonNullable: false,
    transform: openEnumType,
  });
  return { file: "openapi.ts", text: astToString(nodes), types: [], values: [] };
}

/** Examples would be repeated in comments, at length. The keys of `properties` are names, whatever they say. */
function withoutExamples(node: unknown, names = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutExamples(item));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => names || (key !== "example" && key !== "examples"))
      .map(([key, value]) => [key, withoutExamples(value, key === "properties")]),
  );
}
