import fc from "fast-check";
import { arbitraryOf, resolveSchema } from "../arbitrary/arbitrary-of.ts";
import type { Json, Schema } from "../arbitrary/schema.ts";
import { follow, type Document, type Header, type Operation } from "../support/descriptions.ts";

/** An answer as a service may give it by its description. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: an answer without a body. */
  readonly body?: Json;
}

/** Answers of an operation with one of its documented statuses. */
export function answersOf({ responses }: Operation, status: number, document: Document): fc.Arbitrary<Answer> {
  const { content, headers = {} } = responses[status]!;
  const schema = content?.["application/json"]?.schema;
  const models = Object.fromEntries(
    Object.entries(headers).map(([name, header]) => [
      name.toLowerCase(),
      headerText(follow<Header>(document, header).schema, document),
    ]),
  );
  const given = fc.record(models, { requiredKeys: [] }) as fc.Arbitrary<Answer["headers"]>;
  if (schema === undefined) return given.map((sent) => ({ status, headers: sent }));
  return fc.tuple(given, arbitraryOf(schema, document)).map(([sent, body]) => ({
    status,
    headers: { ...sent, "content-type": "application/json" },
    // As JSON carries it.
    body: JSON.parse(JSON.stringify(body)) as Json,
  }));
}

/** A header takes less than text does. */
function headerText(schema: Schema, document: Document): fc.Arbitrary<string> {
  const resolved = resolveSchema(schema, document);
  if (resolved.type !== "string") return arbitraryOf(resolved, document).map(String);
  return fc.oneof(fc.constantFrom(...(resolved["x-extensible-enum"] ?? ["x"])), fc.stringMatching(/^[!-~]{1,20}$/));
}

export function toResponse({ status, headers, body }: Answer): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}
