import { stillWaiting, within, type Cell } from "../cell.ts";
import type { FaultCase, OperationName } from "../fault-case.ts";
import { leaksIn } from "../leaks.ts";
import { startWorld } from "../world.ts";
import type { Rival } from "./rival.ts";

/** Longer than either goes on: up to 10.5 seconds after a 503, up to 11 after four attempts that time out. */
const guardMs = 14_000;

/** Calls one operation of another client under one fault, and says what a caller sees. */
export async function runRivalCell(rival: Rival, faultCase: FaultCase, operation: OperationName): Promise<Cell> {
  const { name: client } = rival;
  const lack = rival.lacks(faultCase);
  if (lack !== undefined) {
    return {
      client,
      fault: faultCase.name,
      operation,
      style: "plain",
      label: lack,
      stored: 0,
      durationMs: 0,
      problems: [],
    };
  }
  const world = await startWorld(faultCase);
  const { foundry: credentials } = world.served.emulator.credentials;
  let asked = 0;
  const token = async (): Promise<string> => {
    asked += 1;
    const isStale = faultCase.credential === "fixed" || (faultCase.credential === "stale" && asked === 1);
    return isStale ? "stale-canary" : credentials.token;
  };
  const caller = new AbortController();
  const abortion = setTimeout(() => caller.abort(), faultCase.abortAfterMs ?? guardMs * 2);
  const from = performance.now();
  const setup = { url: world.url, credentials, faultCase, token, signal: caller.signal };
  const answered = await within(
    guardMs,
    rival.call(operation, setup).then(
      (data) => ({ data }),
      (error: unknown) => ({ error }),
    ),
  );
  const durationMs = Math.round(performance.now() - from);
  clearTimeout(abortion);
  // An hour's wait would keep the process alive for an hour.
  caller.abort();
  const outcome = answered === stillWaiting ? {} : answered;
  const cell: Cell = {
    client,
    fault: faultCase.name,
    operation,
    style: "plain",
    label: [
      answered === stillWaiting ? "hangs" : `${labelOf(answered, operation)} ×${world.requests()}`,
      ...[...new Set(world.trap.visits)].map((visit) => `goes to the other origin (${visit})`),
      ...(leaksIn(outcome, world.secrets).length > 0 ? ["shows the credential"] : []),
    ].join(", "),
    stored: world.stored(),
    durationMs,
    problems: [],
  };
  await world.close();
  return cell;
}

type Answered = { readonly data: unknown } | { readonly error: unknown };

function labelOf(answered: Answered, operation: OperationName): string {
  if ("data" in answered) return isGood(answered.data, operation) ? "ok" : `gives ${shortOf(answered.data)}`;
  const { error } = answered;
  if (!(error instanceof Error)) return `throws ${shortOf(error)}`;
  const { status, statusCode } = error as { status?: number; statusCode?: number };
  // The official client's errors are all called Error.
  const name = error.name === "Error" ? error.constructor.name : error.name;
  const code = statusCode ?? status;
  return code === undefined ? name : `${name} ${code}`;
}

/** Is this an answer of the operation, rather than something taken for one? */
function isGood(data: unknown, operation: OperationName): boolean {
  if (typeof data !== "object" || data === null) return false;
  return operation === "listSessions"
    ? Array.isArray((data as { data?: unknown }).data)
    : "rid" in data && "metadata" in data;
}

function shortOf(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value.trim()) : (JSON.stringify(value) ?? "undefined");
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
