import { createEmulator, type EmulatorCredentials, type EmulatorOptions } from "@org/emulator";
import { goodDraft, send, type Draft } from "../support/draft.ts";
import type { Fetch } from "../support/wire.ts";
import type { DocumentedError } from "./documented-errors.ts";

/** What makes the emulator answer with an error. */
export interface Reach extends DocumentedError {
  readonly options?: EmulatorOptions;
  /** What is different from a good request. */
  readonly change?: (
    draft: Draft,
    credentials: EmulatorCredentials,
    fetch: Fetch,
  ) => Partial<Draft> | Promise<Partial<Draft>>;
  /** How often the request is sent; the last answer counts. Default 1. */
  readonly times?: number;
  /** The body of an answer that the emulator gives only when told to; empty: none. Absent: the service answers so by itself. */
  readonly fault?: string;
}

/** Does it, over a `fetch` that may listen. */
export async function reach(
  { operation, status, options, change, times = 1, fault }: Reach,
  wrap: (fetch: Fetch) => Fetch = (fetch) => fetch,
): Promise<Response> {
  const emulator = createEmulator({ seed: "samples", ...options });
  const fetch = wrap(emulator.fetch);
  if (fault !== undefined) {
    const headers = fault === "" ? {} : { "content-type": "application/json" };
    emulator.faults.add({ operation, fault: { kind: "answer", status, headers, body: fault } });
  }
  const draft = goodDraft(operation, emulator.credentials);
  const changed = { ...draft, ...(await change?.(draft, emulator.credentials, emulator.fetch)) };
  for (let sent = 1; sent < times; sent++) await send(fetch, changed);
  return send(fetch, changed);
}
