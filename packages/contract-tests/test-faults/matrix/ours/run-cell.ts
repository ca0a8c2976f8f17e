import { SdkError, type Attempt, type CallOptions, type ClientOptions } from "@org/runtime";
import { logger } from "@org/runtime/logger";
import { getEventListeners } from "node:events";
import { stillWaiting, within, type Cell } from "../cell.ts";
import { isCreate, providerOf, type FaultCase, type OperationName } from "../fault-case.ts";
import { leaksIn } from "../leaks.ts";
import type { World } from "../world.ts";
import { operationOf, type Callable } from "./operations.ts";

export const styles = ["plain", "safe"] as const;
export type Style = (typeof styles)[number];

/** How long a call may take before it counts as hanging. */
const guardMs = 8000;

export interface OwnCell {
  readonly world: World;
  readonly faultCase: FaultCase;
  readonly operation: OperationName;
  readonly style: Style;
}

interface Answered {
  readonly error?: unknown;
  readonly data?: unknown;
  readonly attempts?: readonly Attempt[];
}

/** Calls one operation in one style under one fault, and looks at what came of it from all sides. */
export async function runOwnCell({ world, faultCase, operation, style }: OwnCell): Promise<Cell> {
  const logged: object[] = [];
  const unrecognized: unknown[] = [];
  const { timeoutMs = 10_000, totalTimeoutMs = 20_000 } = faultCase;
  const options: ClientOptions = {
    timeoutMs,
    totalTimeoutMs,
    maxResponseBytes: 1_000_000,
    retry: { baseDelayMs: 5 },
    onUnrecognized: (one) => unrecognized.push(one),
    // The other style goes without, because a middleware changes the way of a request.
    ...(style === "safe" && { middleware: [logger({ level: "debug", write: (entry) => logged.push(entry) })] }),
  };
  const { credentials } = world.served.emulator;
  const called = operationOf(operation, { url: world.url, credentials, options, faultCase, secrets: world.secrets });
  const caller = new AbortController();
  const abortion = setTimeout(() => caller.abort(), faultCase.abortAfterMs ?? guardMs * 2);
  const from = performance.now();
  const answered = await within(guardMs, answer(called, style, { signal: caller.signal }));
  const durationMs = performance.now() - from;
  clearTimeout(abortion);
  const listeners = getEventListeners(caller.signal, "abort").length;
  if (answered === stillWaiting) caller.abort();

  const requests = world.requests();
  const outcome = answered === stillWaiting ? {} : answered;
  const attempts = outcome.attempts?.length ?? requests;
  const sent = faultCase.down === true ? attempts : requests;
  return {
    client: "ours",
    fault: faultCase.name,
    operation,
    style,
    label: answered === stillWaiting ? "hangs" : `${labelOf(answered)} ×${sent}${retryAt(answered)}`,
    stored: world.stored(),
    durationMs: Math.round(durationMs),
    problems: [
      ...errorProblems(outcome, called, { operation, faultCase }),
      ...dataProblems(outcome),
      ...timeProblems(durationMs, faultCase),
      ...leaksIn({ error: outcome.error, data: outcome.data, attempts: outcome.attempts, log: logged }, world.secrets),
      ...(listeners > 0 ? [`${listeners} listeners are left on the caller's signal`] : []),
      ...world.trap.visits.map((visit) => `another origin was visited: ${visit}`),
      ...(attempts === sent || isElsewhere({ faultCase, operation }, outcome)
        ? []
        : [`tells of ${attempts} attempts, but made ${sent}`]),
      ...(style === "safe" && logged.length === 0 && faultCase.at === undefined ? ["nothing was logged"] : []),
      ...(tellsOf(faultCase, operation, unrecognized) ? [] : ["what was unrecognized was not reported"]),
    ],
  };
}

async function answer(called: Callable, style: Style, options: CallOptions): Promise<Answered> {
  try {
    if (style === "plain") return { data: await called.plain(options) };
    const result = await called.safe(options);
    return result.ok
      ? { data: result.data, attempts: result.attempts }
      : { error: result.error, attempts: result.attempts };
  } catch (error) {
    // `.safe` that throws has no attempts to tell of, and is not labelled like one that does not.
    if (style === "safe") return { error: new Error("safe threw", { cause: error }) };
    return { error, ...(error instanceof SdkError && { attempts: error.attempts }) };
  }
}

function labelOf({ error }: Answered): string {
  if (error === undefined) return "ok";
  if (!(error instanceof SdkError)) return `not ours: ${String(error)}`;
  const { name, outcome, reason, scope } = error as SdkError & { reason?: string; scope?: string };
  return [name, reason ?? scope].filter((part) => part !== undefined).join(":") + ` ${outcome}`;
}

function retryAt({ error }: Answered): string {
  return (error as { retryAt?: number } | undefined)?.retryAt === undefined ? "" : " retryAt";
}

/**
 * The attempts of a listing's error are those of the page that failed, requests for tokens are no attempts, and a listing
 * over all providers that the caller ends waits for none of them.
 */
function isElsewhere(
  { faultCase: { twoPages, at }, operation }: Pick<OwnCell, "operation" | "faultCase">,
  { error }: Answered,
): boolean {
  if (twoPages === true || at !== undefined) return true;
  const name = error instanceof SdkError ? error.name : undefined;
  return name === "PaginationError" || (name === "AbortError" && operation === "all.list");
}

function errorProblems(
  { error }: Answered,
  called: Callable,
  { operation, faultCase: { says } }: Pick<OwnCell, "operation" | "faultCase">,
): readonly string[] {
  if (!(error instanceof SdkError)) return [];
  const problems: string[] = [];
  if (!called.isError(error)) problems.push("isError of the operation does not know it");
  const settledBy = providerOf(operation) === "foundry" ? "listSessions" : "listAppSessions";
  if (isCreate(operation) && error.outcome === "unknown" && !error.message.includes(settledBy)) {
    problems.push(`does not name ${settledBy}, which tells whether it took effect`);
  }
  const { excerpt = "" } = error as { excerpt?: string };
  if (says !== undefined && !`${error.message} ${excerpt}`.includes(says)) problems.push("loses the service's words");
  return problems;
}

/** What `__proto__` in an answer could do. */
function dataProblems({ data }: Answered): readonly string[] {
  if ("polluted" in {}) return ["Object.prototype is polluted"];
  const polluted = (value: unknown): boolean =>
    typeof value === "object" &&
    value !== null &&
    (("polluted" in value && !Object.hasOwn(value, "polluted")) || Object.values(value).some(polluted));
  return polluted(data) ? ["an object of the answer got another prototype"] : [];
}

function timeProblems(durationMs: number, { notBeforeMs = 0, withinMs = 5000 }: FaultCase): readonly string[] {
  if (durationMs < notBeforeMs) return [`was done after ${Math.round(durationMs)} ms, before the service allowed it`];
  return durationMs > withinMs ? [`took ${Math.round(durationMs)} ms`] : [];
}

function tellsOf({ unrecognized }: FaultCase, operation: OperationName, told: readonly unknown[]): boolean {
  // Foundry's answers have no enums.
  if (unrecognized === undefined || (unrecognized === "hibernating" && providerOf(operation) === "foundry"))
    return true;
  return JSON.stringify(told).includes(unrecognized);
}
