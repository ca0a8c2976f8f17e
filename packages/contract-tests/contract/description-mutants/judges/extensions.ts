import { isDeepStrictEqual } from "node:util";
import { follow, type Document, type Response } from "../../support/descriptions.ts";
import type { OperationFacts } from "../facts/operation-facts.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a description tells the generators, beside the schemas, where it is not what the facts have; nothing: it is. */
export function extensionProblems(document: Document, facts: readonly OperationFacts[]): string[] {
  const told = facts.map((operation) => extensionsOf(document, operation.id));
  const wanted = facts.map(({ extensions, answers }) => ({
    ...extensions,
    "x-outcome": Object.fromEntries(
      Object.entries(answers).flatMap(([status, { outcome }]) => (outcome === undefined ? [] : [[status, outcome]])),
    ),
  }));
  const problems = facts.flatMap(({ id }, index) => (isDeepStrictEqual(told[index], wanted[index]) ? [] : [id]));
  const sets = facts.flatMap(({ answers, body }) =>
    [body?.fact, ...Object.values(answers).map((answer) => answer.body)].flatMap((fact) => fact?.sets ?? []),
  );
  const missing = (one: Sets, other: Sets): string[] => [...texts(one)].filter((text) => !texts(other).has(text));
  const described = openSetsIn(document.components.schemas);
  return [...problems, ...missing(sets, described), ...missing(described, sets)];
}

type Sets = readonly (readonly string[])[];
const texts = (sets: Sets): ReadonlySet<string> => new Set(sets.map((values) => values.join()));

function openSetsIn(node: unknown): Sets {
  if (typeof node !== "object" || node === null) return [];
  const { "x-extensible-enum": values, ...inner } = node as Fields;
  return [...(values === undefined ? [] : [values as string[]]), ...Object.values(inner).flatMap(openSetsIn)];
}

function extensionsOf(document: Document, operationId: string): Fields {
  const operations = Object.values(document.paths).flatMap((item) => Object.values(item) as Fields[]);
  const operation = operations.find((candidate) => candidate["operationId"] === operationId) ?? {};
  const {
    "x-retry": retry,
    "x-pagination": pagination,
    "x-rate-limit": rateLimit,
    security,
    responses = {},
  } = operation;
  const { reason: _, ...safety } = (retry ?? {}) as Fields;
  const outcomes = Object.entries(responses as Readonly<Record<string, Response>>).flatMap(([status, response]) => {
    const { "x-outcome": outcome } = follow<Response>(document, response);
    return outcome === undefined ? [] : [[status, outcome]];
  });
  return {
    "x-retry": safety,
    ...(pagination !== undefined && { "x-pagination": pagination }),
    ...(rateLimit !== undefined && { "x-rate-limit": rateLimit }),
    ...(security !== undefined && { security }),
    "x-outcome": Object.fromEntries(outcomes),
  };
}
