import { budgets, type Budget } from "../budgets.ts";
import type { Line } from "../line.ts";
import { figure, multiple, quantile } from "../statistics.ts";
import { contenders, oursAndOpenapiFetch, rival, withAllFeatures, type Contender } from "./contenders.ts";
import { startLoopback } from "./loopback.ts";
import { takeTurns, type RoundsOptions, type Slice } from "./rounds.ts";
import { sessionBody, sessionRid } from "./sample-session.ts";
import { stubWire } from "./wire.ts";

/** What one call costs, over a socket and without one. */
export async function runCalls(quick: boolean): Promise<Line[]> {
  const short = quick ? { rounds: 5, sliceMs: 60, warmUpMs: 100 } : { rounds: 25, sliceMs: 100, warmUpMs: 400 };
  const loopback = await startLoopback();
  try {
    const stub = stubWire(sessionBody, { announced: true });
    const unannounced = stubWire(sessionBody, { announced: false });
    return [
      ...(await lines(
        "a call over loopback http, keep-alive",
        await contenders(loopback.wire),
        short,
        budgets.loopbackCall,
      )),
      ...(await lines("a call over a stub fetch that returns 1 kB", await contenders(stub), short, budgets.stubCall)),
      ...(await lines("the same, where the answer does not tell its length", oursAndOpenapiFetch(unannounced), short)),
    ];
  } finally {
    loopback.stop();
  }
}

async function lines(
  group: string,
  field: readonly Contender[],
  options: RoundsOptions,
  budget?: Budget,
): Promise<Line[]> {
  for (const contender of field) await assertAnswers(contender);
  const slices = await takeTurns(field, options);
  const means = new Map([...slices].map(([name, own]) => [name, own.map(({ mean }) => mean)]));
  return [...means].map(([what, own]) => ({
    group,
    what,
    unit: "us",
    value: figure(own),
    versus: multiple(own, means.get(rival) ?? []),
    details: details(slices.get(what) ?? []),
    budget: what === withAllFeatures ? budget : undefined,
  }));
}

function details(slices: readonly Slice[]): Record<string, number> {
  const middle = (pick: (slice: Slice) => number): number => quantile(slices.map(pick), 0.5);
  return {
    p50: middle(({ p50 }) => p50),
    p99: middle(({ p99 }) => p99),
    calls: slices.reduce((sum, { calls }) => sum + calls, 0),
    rounds: slices.length,
  };
}

/** A contender that fails fast would win. */
async function assertAnswers({ name, call }: Contender): Promise<void> {
  const answer = (await call()) as { readonly rid?: unknown } | undefined;
  if (answer?.rid !== sessionRid) throw new Error(`${name}: did not get the session`);
}
