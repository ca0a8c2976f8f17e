import { resolveSchema } from "../arbitrary/arbitrary-of.ts";
import type { Json, Schema } from "../arbitrary/schema.ts";
import type { Document, Operation } from "../support/descriptions.ts";
import type { Answer } from "./answers.ts";

type Fields = Readonly<Record<string, Json>>;

/** What an error must say of an answer that is none of the successes. */
export interface ExpectedError {
  readonly name: string;
  readonly status: number;
  readonly outcome: "rejected" | "unknown";
  readonly vendorName: string | undefined;
  readonly parameters: Json;
  readonly body: Json | undefined;
}

/** Names of errors where the service has none. */
const statusNames: Readonly<Record<number, string>> = {
  400: "BadRequest",
  401: "Unauthorized",
  403: "Forbidden",
  404: "NotFound",
  409: "Conflict",
  429: "RateLimited",
  500: "InternalServerError",
  503: "ServiceUnavailable",
};

/** Written from what the descriptions and the runtime's README promise; nothing here is asked of the SDK. */
export function expectedError(operation: Operation, { status, body }: Answer, document: Document): ExpectedError {
  const { "x-outcome": declared, content } = operation.responses[status]!;
  const schema = content?.["application/json"]?.schema;
  const names = schema === undefined ? undefined : namesIn(schema, document);
  const { errorName, parameters } = (body ?? {}) as Fields;
  const vendorName = names !== undefined && typeof errorName === "string" && errorName !== "" ? errorName : undefined;
  return {
    name:
      names === undefined || status === 429
        ? statusNames[status]!
        : names.includes(vendorName ?? "")
          ? vendorName!
          : "UnrecognizedApiError",
    status,
    outcome: declared ?? (status >= 500 ? "unknown" : "rejected"),
    vendorName,
    parameters: parameters ?? {},
    body,
  };
}

/** The error names that a schema lists; `undefined` where the service has no names. */
function namesIn(schema: Schema, document: Document): readonly string[] | undefined {
  const resolved = resolveSchema(schema, document);
  const arms = (resolved.anyOf ?? [resolved]).map((arm) => resolveSchema(arm, document));
  if (arms.every(({ properties }) => properties?.["errorName"] === undefined)) return undefined;
  return arms.flatMap(({ properties }) => {
    const { const: name } = resolveSchema(properties?.["errorName"] ?? {}, document);
    return typeof name === "string" ? [name] : [];
  });
}

/** Where an answer holds something that the description does not know; nothing inside unions, which are read by best fit. */
export function unknownPlaces(value: Json, schema: Schema, document: Document): string[] {
  const resolved = resolveSchema(schema, document);
  const { properties, items, "x-extensible-enum": known } = resolved;
  if (known !== undefined) return typeof value === "string" && !known.includes(value) ? [""] : [];
  if (items !== undefined && Array.isArray(value)) {
    return value.flatMap((item: Json, index) => under(String(index), unknownPlaces(item, items, document)));
  }
  if (properties === undefined || typeof value !== "object" || value === null) return [];
  return Object.entries(value as Fields).flatMap(([name, inner]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return under(name, known === undefined ? [""] : unknownPlaces(inner, known, document));
  });
}

function under(name: string, places: readonly string[]): string[] {
  const step = `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return places.map((place) => step + place);
}
