import type { ApiName } from "./exchange.js";

const CAPACITY = 10_000;

/** One request and how it was answered. Neither query nor headers are kept, since they may carry secrets. */
export interface LogEntry {
  /** Absent for a path that belongs to no API. */
  readonly api: ApiName | undefined;
  /** The `operationId`; absent where the description has no operation for the request. */
  readonly operation: string | undefined;
  readonly method: string;
  readonly path: string;
  /** 0: there was no answer, because a fault cut the connection or the client gave up. */
  readonly status: number;
  /** When the request arrived, in milliseconds since 1970, by the emulator's clock. */
  readonly at: number;
}

export interface Log {
  /** The last 10,000 entries, oldest first. Grows in place. */
  readonly entries: readonly LogEntry[];
  add(entry: LogEntry): void;
}

export function createLog(): Log {
  const entries: LogEntry[] = [];
  return {
    entries,
    add(entry) {
      entries.push(entry);
      if (entries.length > CAPACITY) entries.shift();
    },
  };
}
