import { createEmulator, type Emulator, type EmulatorOptions } from "@org/emulator";
import fc from "fast-check";
import { expect } from "vitest";
import type { Tally } from "../../src/cases.ts";
import { virtualClock, type VirtualClock } from "../../test/support/world.ts";
import type { Description } from "../support/descriptions.ts";
import { goodDraft, toRequest, type Draft } from "../support/draft.ts";
import { answerOf } from "../support/wire.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What is different from a good request of the operation. */
export type Change = Partial<Pick<Draft, "path" | "query" | "headers">> & {
  readonly body?: unknown;
  readonly bodyText?: string;
};

/** An emulator whose every answer is held against the descriptions. */
export interface Real {
  readonly clock: VirtualClock;
  readonly emulator: Emulator;
  /** Sends a request: a good one, but for what is given. */
  send(operation: string, change?: Change): Promise<{ readonly status: number; readonly body: Fields }>;
  /** Counts that an answer agreed with the model. */
  agree(operation: string): void;
}

export function startReal(descriptions: readonly Description[], tally: Tally, options: EmulatorOptions): Real {
  const clock = virtualClock();
  const emulator = createEmulator({ ...options, clock });
  const count = (operation: string, judge: string): void => {
    const { api } = descriptionOf(descriptions, operation);
    tally.count({ api, operation, direction: "emulator -> description", judge });
  };
  return {
    clock,
    emulator,
    agree: (operation) => count(operation, "model"),
    send: async (operation, { body, ...change } = {}) => {
      const draft = goodDraft(operation, emulator.credentials);
      const { path, query, headers } = {
        path: { ...draft.path, ...change.path },
        query: { ...draft.query, ...change.query },
        headers: { ...draft.headers, ...change.headers },
      };
      const bodyText = change.bodyText ?? (body === undefined ? draft.bodyText : JSON.stringify(body));
      const response = await emulator.fetch(toRequest({ ...draft, path, query, headers, bodyText }));
      const answer = await answerOf(response);
      expect(descriptionOf(descriptions, operation).contract.checkResponse(operation, answer)).toEqual([]);
      count(operation, "@org/contract");
      return { status: answer.status, body: answer.bodyText ? (JSON.parse(answer.bodyText) as Fields) : {} };
    },
  };
}

function descriptionOf(descriptions: readonly Description[], operation: string): Description {
  return descriptions.find(({ operations }) => operations.some(({ id }) => id === operation))!;
}

/** A step of a random sequence: does something to model and emulator, and compares. */
export function step<Model extends object>(
  name: string,
  run: (model: Model, real: Real) => Promise<void>,
): fc.AsyncCommand<Model, Real> {
  return { check: () => true, run, toString: () => name };
}

/** Lets time pass. */
export function wait<Model extends object>(ms: number): fc.AsyncCommand<Model, Real> {
  return step(`wait ${ms} ms`, async (_, { clock }) => clock.sleep(ms));
}

/** Runs random sequences of steps, each against an emulator of its own. */
export async function runSequences<Model extends object>(
  steps: readonly fc.Arbitrary<fc.AsyncCommand<Model, Real>>[],
  start: () => { model: Model; real: Real },
  numRuns: number,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.commands([...steps], { maxCommands: 30, size: "+1" }), async (commands) => {
      await fc.asyncModelRun(start, commands);
    }),
    { numRuns },
  );
}

const noise = fc.oneof(
  fc.jsonValue({ maxDepth: 1 }).map((value): Change => ({ body: { unheardOf: value } })),
  fc.oneof(fc.string(), fc.integer(), fc.array(fc.string())).map((body): Change => ({ body })),
  fc.string().map((text): Change => ({ bodyText: `{,${text}` })),
  fc.string().map((value): Change => ({ query: { unheardOf: value } })),
  fc
    .constantFrom("text/plain", "application/xml", "application/x-www-form-urlencoded")
    .map((type): Change => ({ headers: { "content-type": type }, body: {} })),
);

/** Requests that no description allows, to each of the operations: refused, and nothing changes. */
export function badRequests<Model extends object>(
  operations: readonly string[],
): fc.Arbitrary<fc.AsyncCommand<Model, Real>> {
  return fc.tuple(fc.constantFrom(...operations), noise).map(([operation, change]) =>
    step(`bad ${operation} ${JSON.stringify(change)}`, async (_, real) => {
      const stored = JSON.stringify(real.emulator.stored);
      const { method } = goodDraft(operation, real.emulator.credentials).operation;
      // A GET carries no body.
      const sent = method === "GET" ? { query: { unheardOf: "1" } } : change;
      const { status } = await real.send(operation, sent);
      expect([400, 415, 422]).toContain(status);
      expect(JSON.stringify(real.emulator.stored)).toBe(stored);
      real.agree(operation);
    }),
  );
}
