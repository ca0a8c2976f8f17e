import type { RequestParts, ResponseParts } from "@org/contract";
import type { Json } from "../../arbitrary/schema.ts";
import type { OperationFacts, TextFact } from "./operation-facts.ts";

/** A message, and whether the description must allow it. */
export type Message = { readonly operation: string; readonly allowed: boolean } & (
  { readonly request: RequestParts } | { readonly response: ResponseParts }
);

const json = { "content-type": "application/json" };

/** Messages that follow from the facts of an operation: each differs in one thing from a usual one. */
export function messagesOf(facts: OperationFacts): Message[] {
  return [...requestsOf(facts), ...answersOf(facts)];
}

interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Json | undefined;
}

function requestsOf({ id, method, path, credentials, pathParameters, query, body }: OperationFacts): Message[] {
  const [credential = {}] = credentials;
  const pathWith = (values: Readonly<Record<string, string>>): string =>
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? pathParameters[name]!.good[0]!));
  const firsts = Object.fromEntries(Object.entries(query).map(([name, { good }]) => [name, good[0]!]));
  const usual: Request = {
    method,
    path: pathWith({}),
    query: firsts,
    headers: { ...credential, ...(body && json) },
    body: body?.fact.good[0],
  };
  const message =
    (allowed: boolean) =>
    (change: Partial<Request>): Message => ({ operation: id, allowed, request: toParts({ ...usual, ...change }) });
  const good = message(true);
  const bad = message(false);
  const varied = (values: (fact: TextFact) => readonly string[]) =>
    Object.entries(query).flatMap(([name, fact]) =>
      values(fact).map((value) => ({ query: { ...firsts, [name]: value } })),
    );
  return [
    good({}),
    good({ query: {} }),
    ...Object.entries(pathParameters).flatMap(([name, fact]) =>
      fact.good.map((value) => good({ path: pathWith({ [name]: value }) })),
    ),
    ...varied((fact) => fact.good).map(good),
    ...varied((fact) => fact.bad).map(bad),
    bad({ query: { ...firsts, unheardOf: "1" } }),
    ...credentials.map((headers) => good({ headers: { ...headers, ...(body && json) } })),
    bad({ headers: { ...(body && json) } }),
    bad({ headers: { ...(body && json), "x-credential": "token" } }),
    bad({ method: "DELETE" }),
    bad({ path: `${usual.path}/unheardOf` }),
    ...(body === undefined
      ? [bad({ headers: { ...credential, ...json }, body: {} })]
      : [
          ...body.fact.good.map((value) => good({ body: value })),
          ...body.fact.bad.map((value) => bad({ body: value })),
          (body.required ? bad : good)({ body: undefined, headers: credential }),
          bad({ headers: { ...credential, "content-type": "text/plain" } }),
        ]),
  ];
}

function toParts({ method, path, query, headers, body }: Request): RequestParts {
  const bodyText = body === undefined ? "" : JSON.stringify(body);
  return { method, path, query: new URLSearchParams(query), headers: new Headers(headers), bodyText };
}

function answersOf({ id, answers }: OperationFacts): Message[] {
  const statuses = Object.keys(answers).map(Number);
  const message = (
    allowed: boolean,
    status: number,
    body: Json | undefined,
    headers: Readonly<Record<string, string>>,
  ): Message => ({
    operation: id,
    allowed,
    response: { status, headers: new Headers(headers), bodyText: body === undefined ? "" : JSON.stringify(body) },
  });
  return [
    ...[204, 302, 418, 502].map((status) => message(false, status, undefined, {})),
    ...statuses.flatMap((status) => {
      const { body, headers = {} } = answers[status]!;
      const usual = body?.good[0];
      const type: Readonly<Record<string, string>> = body === undefined ? {} : json;
      const withHeaders = (allowed: boolean, values: (fact: TextFact) => readonly string[]): Message[] =>
        Object.entries(headers).flatMap(([name, fact]) =>
          values(fact).map((value) => message(allowed, status, usual, { ...type, [name]: value })),
        );
      return [
        message(true, status, usual, type),
        ...withHeaders(true, ({ good }) => good),
        ...withHeaders(false, ({ bad }) => bad),
        ...(body === undefined
          ? [message(false, status, {}, json)]
          : [
              ...body.good.map((value) => message(true, status, value, type)),
              ...body.bad.map((value) => message(false, status, value, type)),
              message(false, status, undefined, {}),
              message(false, status, usual, { "content-type": "text/html" }),
            ]),
      ];
    }),
  ];
}
