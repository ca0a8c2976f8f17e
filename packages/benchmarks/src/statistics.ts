import type { Figure } from "./line.ts";

/** The value below which a share of the samples lies, interpolated. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new RangeError("no samples");
  const sorted = samples.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}

/** Median and middle half. */
export function figure(samples: readonly number[]): Figure {
  return { median: quantile(samples, 0.5), low: quantile(samples, 0.25), high: quantile(samples, 0.75) };
}

/**
 * How many times another: round by round, because what else the machine did in a round slowed both alike.
 *
 * @param samples one of each round
 * @param others one of each round, the same rounds
 */
export function multiple(samples: readonly number[], others: readonly number[]): Figure {
  if (samples.length !== others.length) throw new RangeError("samples of different rounds");
  return figure(samples.map((sample, round) => sample / (others[round] ?? Number.NaN)));
}

/** The items, beginning with another one each round: whoever follows a certain other one does not always pay for it. */
export function rotated<Item>(items: readonly Item[], round: number): Item[] {
  const first = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
