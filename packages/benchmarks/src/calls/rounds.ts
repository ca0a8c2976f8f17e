import { Bench } from "tinybench";
import { collectGarbage } from "../collect-garbage.ts";
import { rotated } from "../statistics.ts";
import type { Contender } from "./contenders.ts";

/** What one contender did in its part of one round, in microseconds a call. */
export interface Slice {
  readonly p50: number;
  readonly p99: number;
  readonly mean: number;
  readonly calls: number;
}

export interface RoundsOptions {
  readonly rounds: number;
  /** How long each contender has in each round, in milliseconds. */
  readonly sliceMs: number;
  readonly warmUpMs: number;
}

/**
 * Lets everyone take turns, many times. Whatever slows the machine for a while slows all of them, so the multiples hold
 * where the times do not.
 *
 * By tinybench, because it measures one task for a given time and hands back its percentiles, so that the turns are ours
 * to arrange; mitata runs each task to its end before the next.
 */
export async function takeTurns(
  contenders: readonly Contender[],
  { rounds, sliceMs, warmUpMs }: RoundsOptions,
): Promise<ReadonlyMap<string, readonly Slice[]>> {
  const slices = new Map<string, Slice[]>(contenders.map(({ name }) => [name, []]));
  for (const contender of contenders) await measure(contender, warmUpMs);
  for (let round = 0; round < rounds; round++) {
    for (const contender of rotated(contenders, round)) {
      collectGarbage();
      slices.get(contender.name)?.push(await measure(contender, sliceMs));
    }
  }
  return slices;
}

async function measure({ name, call }: Contender, timeMs: number): Promise<Slice> {
  const bench = new Bench({ time: timeMs, iterations: 1, warmup: false, throws: true });
  bench.add(name, call, { async: true });
  const [task] = await bench.run();
  if (task?.result.state !== "completed") throw new Error(`${name}: not measured`);
  const { mean, p50, p99, samplesCount } = task.result.latency;
  return { mean: mean * 1000, p50: p50 * 1000, p99: p99 * 1000, calls: samplesCount };
}
