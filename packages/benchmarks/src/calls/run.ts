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
  const turns = quick ? { rounds: 9, sliceMs: 40, warmUpMs: 150 } : { rounds: 75, sliceMs: 40, warmUpMs: 500 };
  const loopback = await startLoopback();
  try {
    const stub = stubWire(sessionBody, { announced: true });
    const unannounced = stubWire(sessionBody, { announced: false });
    return [
      ...(await lines(
        "a call over loopback http, keep-alive",
        await contenders(loopback.wire),
        turns,
        budgets.loopbackCall,
      )),
      ...(await lines("a call over a stub fetch that returns 1 kB", await contenders(stub), turns, budgets.stubCall)),
      ...(await lines("the same, where the answer does not tell its length", oursAndOpenapiFetch(unannounced), turns)),
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
  const rivals = slices.get(rival) ?? [];
  return [...slices].map(([what, own]) => ({
    group,
    what,
    unit: "us",
    value: figure(pick(own, "p50")),
    versus: multiple(pick(own, "p50"), pick(rivals, "p50")),
    details: details(own, rivals),
    budget: what === withAllFeatures ? budget : undefined,
  }));
}

/** A median does not see the garbage collection that a client causes; the mean does, and whatever else the machine did. */
function details(slices: readonly Slice[], rivals: readonly Slice[]): Record<string, number> {
  const mean = pick(slices, "mean");
  return {
    p99: quantile(pick(slices, "p99"), 0.5),
    mean: quantile(mean, 0.5),
    meanMultiple: multiple(mean, pick(rivals, "mean")).median,
    calls: pick(slices, "calls").reduce((sum, calls) => sum + calls, 0),
    rounds: slices.length,
  };
}

function pick(slices: readonly Slice[], key: keyof Slice): number[] {
  return slices.map((slice) => slice[key]);
}

/** A contender that fails fast would win. */
async function assertAnswers({ name, call }: Contender): Promise<void> {
  const answer = (await call()) as { readonly rid?: unknown } | undefined;
  if (answer?.rid !== sessionRid) throw new Error(`${name}: did not get the session`);
}
