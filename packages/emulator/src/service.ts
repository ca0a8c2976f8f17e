import type { Contract, Deviation } from "@org/contract";
import type { ApiName, Call, Exchange } from "./exchange.js";
import type { HeldSession } from "./held-session.js";
import { Refusal } from "./refusal.js";

/** A request that no description covers but that clients of the service meet, such as one to a token endpoint. */
export interface SideRoute {
  readonly method: string;
  /** Shown to those who ask for an unknown path. */
  readonly path: string;
  readonly pattern: RegExp;
  answer(exchange: Exchange, match: RegExpExecArray): Response | Promise<Response>;
}

/** One emulated service. */
export interface Service {
  readonly api: ApiName;
  readonly contract: Contract;
  readonly sideRoutes: readonly SideRoute[];
  answer(call: Call): Promise<Response>;
  /** How many sessions it holds. */
  readonly stored: number;
  /** All of them, expired ones included, in no particular order. */
  held(): readonly HeldSession[];
}

/** What happens to a request between its arrival and its answer, in this order. Each step may throw a `Refusal`. */
export interface Steps<Caller> {
  authenticate(call: Call): Caller | Promise<Caller>;
  validate(call: Call, deviations: readonly Deviation[]): void;
  limit(call: Call, caller: Caller): void;
  /** By operation id. */
  readonly handlers: Readonly<Record<string, (call: Call, caller: Caller) => Response>>;
}

export async function runSteps<Caller>(contract: Contract, steps: Steps<Caller>, call: Call): Promise<Response> {
  try {
    const caller = await steps.authenticate(call);
    steps.validate(call, deviationsOf(contract, call));
    steps.limit(call, caller);
    const handler = steps.handlers[call.operation.id];
    if (handler === undefined) throw new TypeError(`${call.operation.id} is described but not emulated`);
    return handler(call, caller);
  } catch (error) {
    if (error instanceof Refusal) return error.response;
    throw error;
  }
}

function deviationsOf(contract: Contract, { method, url, headers, bodyText }: Call): readonly Deviation[] {
  const deviations = contract.checkRequest({
    method,
    path: url.pathname,
    query: url.searchParams,
    headers,
    bodyText,
  });
  // Credentials have been checked: by value, not by presence.
  return deviations.filter(({ kind }) => kind !== "missing-credentials");
}

/** A deviation in one sentence. */
export function describeDeviation({ place, found, expected }: Deviation): string {
  return `${place.replace(/^\/request\//, "")}: expected ${expected}, found ${found}`;
}
