import { AbortError, type ListOptions, type Page, type Result, type SdkError } from "@org/runtime";
import { adapterContract, type Adapter, type ListRange } from "../../src/adapter.js";
import type { AdapterSession } from "../../src/session.js";

type Fake = AdapterSession<{ readonly kept: string }>;
type Results = Result<Page<Fake>, SdkError>;

export const response = { status: 200, headers: new Headers(), requestId: undefined };

export const session = (id: string, createdAt?: string): Fake => ({ id, createdAt, raw: { kept: id } });

export const pageOf = (...items: Fake[]): Results => ({
  ok: true,
  data: { items, raw: undefined, response, attempts: [] },
  response,
  attempts: [],
});

export const failureOf = (error: SdkError): Results => ({ ok: false, error, attempts: [] });

export interface FakeAdapter extends Adapter<"fake", { readonly kept: string }, ListRange> {
  readonly needsSince: false;
  readonly getIsDerived: false;
  /** How many pages were asked for, and whether the reading was ended. */
  readonly state: { asked: number; ended: boolean };
}

/** An adapter that gives these results, each when `ready` says so, and heeds the signal. */
export function fakeAdapter(
  results: readonly Results[],
  { ready = async () => {} }: { readonly ready?: (index: number) => Promise<void> } = {},
): FakeAdapter {
  const state = { asked: 0, ended: false };
  return {
    contract: adapterContract,
    kind: "fake",
    needsSince: false,
    getIsDerived: false,
    client: undefined,
    state,
    get: async (id) => ({ ok: true, data: session(id), response, attempts: [] }),
    async *list(_: ListRange, { signal }: ListOptions = {}) {
      try {
        for (const [index, result] of results.entries()) {
          state.asked++;
          await ready(index);
          if (signal?.aborted) {
            yield failureOf(new AbortError("list: aborted", { outcome: "notSent", cause: signal.reason }));
            return;
          }
          yield result;
          if (!result.ok) return;
        }
      } finally {
        state.ended = true;
      }
    },
  };
}
