import kept from "../../../contract-tests/results/contract-cases.json" with { type: "json" };

/** The ways in which a description, a client and a service can contradict each other. */
export const directions = [...new Set(kept.map(({ direction }) => direction))];

/** How many cases of an operation were decided, in one direction or in all, in the run of `pnpm test:contract` that was kept. */
export function contractCases(operation: string, direction?: string): number {
  return kept
    .filter((record) => record.operation === operation && (direction ?? record.direction) === record.direction)
    .reduce((sum, { cases }) => sum + cases, 0);
}

/** Who decided in a direction. */
export function judgesOf(direction: string): string[] {
  return [...new Set(kept.filter((record) => record.direction === direction).map(({ judge }) => judge))].toSorted();
}
