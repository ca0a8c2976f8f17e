/** One generator on one description: what the downstream suite found. */
interface Cell {
  readonly api: string;
  readonly generator: string;
  readonly language: string;
  readonly version: string;
  /** The form of the description that it read: 3.1 or 3.0.3. */
  readonly reads: string;
  /** Why nothing was tried. */
  readonly notTested?: string;
  readonly stages: Readonly<Record<string, { readonly ok: boolean; readonly failure?: string }>>;
}

/** A generator, and how far each description came with it. */
export interface Row {
  readonly generator: string;
  readonly version: string;
  readonly language: string;
  readonly reads: string;
  /** In words, by API. */
  readonly results: Readonly<Record<string, { readonly text: string; readonly ok: boolean }>>;
}

const files = import.meta.glob<readonly Cell[] | { readonly cells: readonly Cell[] }>(
  "../../../downstream/results/downstream.json",
  { eager: true, import: "default" },
);

const file = Object.values(files)[0];
const cells = file === undefined ? [] : "cells" in file ? file.cells : file;

/** Empty where the downstream suite has not run before this site was built. */
export const generators: readonly Row[] = [...new Set(cells.map(({ generator }) => generator))].flatMap((generator) => {
  const own = cells.filter((cell) => cell.generator === generator);
  return own.slice(0, 1).map(({ version, language, reads }) => ({
    generator,
    version,
    language,
    reads,
    results: Object.fromEntries(own.map((cell) => [cell.api, resultOf(cell)])),
  }));
});

function resultOf({ notTested, stages }: Cell): { text: string; ok: boolean } {
  if (notTested !== undefined) return { text: `not tested: ${notTested}`, ok: false };
  const done = Object.entries(stages);
  const failed = done.find(([, { ok }]) => !ok);
  return failed
    ? { text: `not ${failed[0]}: ${failed[1].failure ?? "no reason given"}`, ok: false }
    : { text: done.map(([name]) => name).join(", "), ok: true };
}
