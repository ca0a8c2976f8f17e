import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The four ways in which a description, a client and a service can contradict each other. */
export const directions = [
  "description -> itself",
  "client -> description",
  "description -> client",
  "emulator -> description",
] as const;

export type Direction = (typeof directions)[number];

/** How often something was checked about one operation, and by whom. */
export interface CaseRecord {
  readonly api: string;
  readonly operation: string;
  readonly direction: Direction;
  /** Who decided whether the case holds: `@org/contract`, `respect`. */
  readonly judge: string;
  readonly cases: number;
}

/** Where a case belongs. */
export type CasePlace = Omit<CaseRecord, "cases">;

/** Where the suites leave their records, unless they are told otherwise. Emptied when `pnpm test:contract` begins. */
export const casesFolder = process.env["CASES_FOLDER"] ?? fileURLToPath(new URL("../.cases/", import.meta.url));

/** Counts cases while they run. */
export interface Tally {
  /** Counts cases that have just been checked; one, unless a number is given. */
  count(place: CasePlace, cases?: number): void;
  readonly records: readonly CaseRecord[];
}

export function createTally(): Tally {
  const counted: CaseRecord[] = [];
  return {
    count: ({ api, operation, direction, judge }, cases = 1) => {
      counted.push({ api, operation, direction, judge, cases });
    },
    get records() {
      return mergeCases(counted);
    },
  };
}

/** One record for each place, in the order in which they first appear. */
export function mergeCases(records: readonly CaseRecord[]): CaseRecord[] {
  const merged = new Map<string, CaseRecord>();
  for (const record of records) {
    const { api, operation, direction, judge, cases } = record;
    const key = JSON.stringify([api, operation, direction, judge]);
    merged.set(key, { ...record, cases: cases + (merged.get(key)?.cases ?? 0) });
  }
  return [...merged.values()];
}

/** Leaves the records of a suite; those that it left before are replaced. */
export function writeCases(suite: string, records: readonly CaseRecord[], folder = casesFolder): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${suite}.json`), `${JSON.stringify(mergeCases(records), null, 2)}\n`);
}

/**
 * The records that all suites left, merged.
 *
 * @throws {TypeError} naming the file and the record that is none.
 */
export function readCases(folder = casesFolder): CaseRecord[] {
  const files = globSync("*.json", { cwd: folder }).sort();
  return mergeCases(files.flatMap((file) => readRecords(join(folder, file))));
}

export function clearCases(folder = casesFolder): void {
  rmSync(folder, { recursive: true, force: true });
}

function readRecords(file: string): CaseRecord[] {
  const records: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(records)) throw new TypeError(`${basename(file)}: must be an array of records`);
  for (const [index, record] of records.entries()) {
    if (isRecord(record)) continue;
    const expected = "{ api, operation, direction, judge, cases }, with a direction of src/cases.ts and cases > 0";
    throw new TypeError(`${basename(file)}/${index}: must be ${expected}, not ${JSON.stringify(record)}`);
  }
  return records as CaseRecord[];
}

function isRecord(value: unknown): value is CaseRecord {
  const { api, operation, direction, judge, cases } = (value ?? {}) as Partial<Record<keyof CaseRecord, unknown>>;
  return (
    [api, operation, judge].every((name) => typeof name === "string" && name !== "") &&
    (directions as readonly unknown[]).includes(direction) &&
    Number.isSafeInteger(cases) &&
    (cases as number) > 0
  );
}
