import { createEmulator } from "@org/emulator";
import type { Unrecognized } from "@org/runtime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { virtualClock } from "../../test/support/world.ts";
import type { Json } from "../arbitrary/schema.ts";
import type { Session } from "@org/sessions";
import { clientsOver, methodOf, stylesOf, type Clients, type Outcome } from "../support/clients.ts";
import { goodDraft } from "../support/draft.ts";
import { loadDescriptions, type Document, type Operation } from "../support/descriptions.ts";
import { tallyOf } from "../support/tally.ts";
import { answersOf, toResponse, type Answer } from "./answers.ts";
import { expectedError, unknownPlaces } from "./expected.ts";
import { facadeMethods, withUsableRows, type FacadeMethod } from "./facade-methods.ts";
import { expectSame, inBothStyles } from "./styles.ts";

type Fields = Readonly<Record<string, Json>>;

const tally = tallyOf("description-to-client");
const { credentials } = createEmulator({ seed: "none" });
const rows = (await loadDescriptions()).flatMap(({ api, document, operations }) =>
  operations.flatMap((operation) =>
    Object.keys(operation.responses).map((status) => ({
      api,
      document,
      operation,
      id: operation.id,
      status: Number(status),
    })),
  ),
);

const count = ({ api, id }: Operation, judge: string): void =>
  tally.count({ api, operation: id, direction: "description -> client", judge });

/** Clients whose every request gets the answer that was given last. */
function clientsThatHear(): {
  readonly clients: Clients;
  readonly answerWith: (answer: Answer) => void;
  readonly unrecognized: Unrecognized[];
} {
  let next: Answer | undefined;
  const unrecognized: Unrecognized[] = [];
  const clients = clientsOver(
    { fetch: async () => toResponse(next!), clock: virtualClock(), onUnrecognized: (one) => unrecognized.push(one) },
    credentials,
  );
  return { clients, answerWith: (answer) => (next = answer), unrecognized };
}

/** The input of a good request. */
function inputOf(operation: Operation): Fields {
  const { path, bodyText } = goodDraft(operation.id, credentials);
  return { ...path, ...(bodyText === "" ? {} : (JSON.parse(bodyText) as Fields)) };
}

describe.each(rows)("$api, $id, $status", ({ document, operation, status }) => {
  test(`becomes the right ${status < 300 ? "result" : "error"}, in both styles, with nothing lost`, async () => {
    const { clients, answerWith, unrecognized } = clientsThatHear();
    const method = methodOf(clients, operation.id);
    await fc.assert(
      fc.asyncProperty(answersOf(operation, status, document), async (answer) => {
        answerWith(answer);
        unrecognized.length = 0;
        const result = await inBothStyles(method, inputOf(operation));
        if (status >= 300) expectError(result, operation, answer, document);
        else {
          expectData(result, operation, answer.body as Fields);
          if (result.ok) expectReported(unrecognized, operation, answer, document);
        }
        count(operation, "by hand");
      }),
      { numRuns: 100 },
    );
  });

  const methods = facadeMethods.filter((method) => method.operation === operation.id);

  test.runIf(methods.length > 0).each(methods)("becomes the same through the facade: $name", async (facade) => {
    const { clients, answerWith } = clientsThatHear();
    const answers = answersOf(operation, status, document);
    await fc.assert(
      fc.asyncProperty(
        status < 300 ? answers.map((answer) => withUsableRows(facade, answer)) : answers,
        async (answer) => {
          answerWith(answer);
          const body = answer.body as Fields;
          const result = await inBothStyles(stylesOf(facade.method(clients.sessions)), facade.input(body));
          if (status >= 300) expectError(result, operation, answer, document);
          else expectSessions(result, facade, body);
          count(operation, "by hand (facade)");
        },
      ),
      { numRuns: 50 },
    );
  });
});

function expectError({ ok, error, response }: Outcome, operation: Operation, answer: Answer, document: Document): void {
  const wanted = expectedError(operation, answer, document);
  expect(ok).toBe(false);
  const { name, status, outcome, vendorName, parameters, body } = error as unknown as typeof wanted;
  expectSame({ name, status, outcome, vendorName, parameters, body }, wanted);
  const seconds = answer.headers["retry-after"];
  expect((error as { readonly retryAt?: number }).retryAt === undefined).toBe(seconds === undefined);
  expect(response?.status).toBe(answer.status);
}

/** Where the operation's list stands in an answer, and what says that more rows follow. */
const listings: Readonly<Record<string, (body: Fields) => { rows: Json | undefined; more: boolean; total: number }>> = {
  listSessions: ({ data, nextPageToken }) => ({ rows: data, more: (nextPageToken ?? "") !== "", total: 0 }),
  listAppSessions: ({ sessions, pagination }) => {
    const { hasMore, totalCount } = pagination as { readonly hasMore: boolean; readonly totalCount: number };
    return { rows: sessions, more: hasMore, total: totalCount };
  },
  getBotSessions: ({ sessions, moreAvailable, total }) => ({
    rows: sessions,
    more: moreAvailable as boolean,
    total: total as number,
  }),
  getAccountSessions: (body) => listings["getBotSessions"]!(body),
};

function expectData(result: Outcome, { id }: Operation, body: Fields): void {
  const listing = listings[id]?.(body);
  if (listing === undefined) {
    expect(result.error).toBeUndefined();
    expectSame(id === "createAppSession" ? (result.data as { readonly raw: unknown }).raw : result.data, body);
    return;
  }
  const rows = (listing.rows ?? []) as readonly Json[];
  const knowsNothing =
    id === "listSessions" && Object.keys(body).length > 0 && !("data" in body) && !("nextPageToken" in body);
  if (knowsNothing) {
    // Some other JSON, and not a page that happens to be empty.
    expect(result.error).toMatchObject({ name: "UnreadableResponseError", reason: "unexpected-content" });
  } else if (id !== "listSessions" && listing.more && rows.length === 0 && listing.total > 0) {
    // The service contradicts itself; to go on would be to go round.
    expect(result.error).toMatchObject({ name: "PaginationError", reason: "no-progress" });
  } else {
    expect(result.error).toBeUndefined();
    const { items, raw, next } = result.data as {
      readonly items: unknown;
      readonly raw: unknown;
      readonly next?: string;
    };
    expectSame([items, raw], [rows, body]);
    const goesOn = listing.more && (id === "listSessions" || rows.length > 0);
    expect(next !== undefined).toBe(goesOn);
  }
}

/** Fields and values that the description does not know are told to the caller, each once a call. */
function expectReported(
  found: readonly Unrecognized[],
  operation: Operation,
  answer: Answer,
  document: Document,
): void {
  const { schema } = operation.responses[answer.status]!.content!["application/json"]!;
  const wanted = unknownPlaces(answer.body!, schema, document).sort();
  const isInUnion = (place: string): boolean => operation.id === "createAppSession" || place.startsWith("/events");
  const places = found.map(({ place }) => place).filter((place) => !isInUnion(place));
  // Both styles were called.
  expect(places.sort()).toEqual([...wanted, ...wanted].sort());
}

function expectSessions(result: Outcome, { records, identity, isList }: FacadeMethod, body: Fields): void {
  const wanted = records(body);
  if (!isList && wanted.length === 0) {
    expect(result.error).toMatchObject({ name: "SessionNotFound", outcome: "rejected" });
    return;
  }
  expect(result.error).toBeUndefined();
  const { data } = result as { readonly data: unknown };
  const sessions = (isList ? (data as { readonly items: unknown }).items : [data]) as readonly Session[];
  expectSame(
    sessions.map(({ raw }) => raw),
    wanted,
  );
  expectSame(
    sessions.map(({ id, createdAt }) => ({ id, createdAt })),
    wanted.map(identity),
  );
}
