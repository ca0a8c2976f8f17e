import { directions, type CaseRecord, type Direction } from "../../src/cases.ts";

/** An operation of a description, by name. */
export interface Described {
  readonly api: string;
  readonly id: string;
}

/** An operation that nobody has looked at in one of the directions. */
export interface Hole {
  readonly api: string;
  readonly operation: string;
  readonly direction: Direction;
}

export function holesIn(records: readonly CaseRecord[], operations: readonly Described[]): Hole[] {
  return operations.flatMap(({ api, id: operation }) =>
    directions
      .filter((direction) => !records.some((record) => isOf(record, api, operation) && record.direction === direction))
      .map((direction) => ({ api, operation, direction })),
  );
}

/** Records about operations that no description has: of a suite that counts something else than it says. */
export function strangersIn(records: readonly CaseRecord[], operations: readonly Described[]): CaseRecord[] {
  return records.filter((record) => !operations.some(({ api, id }) => isOf(record, api, id)));
}

const isOf = (record: CaseRecord, api: string, operation: string): boolean =>
  record.api === api && record.operation === operation;
