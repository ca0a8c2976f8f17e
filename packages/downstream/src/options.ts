import { parseArgs } from "node:util";
import { apiNames, type ApiName, type Generator, languages } from "./model.ts";
import { toolchains } from "./toolchains.ts";

export interface Options {
  readonly quick: boolean;
  readonly update: boolean;
  /** Whether a cell is asked for. */
  wants(api: ApiName, generator: Generator): boolean;
}

export const usage = `pnpm test:downstream [--quick] [--only <language | generator | API>]... [--update]

  --quick    one generator a language
  --only     these cells only; given twice, cells to which both kinds apply: --only go --only kore-xo
  --update   write results/ and guides/; needs the whole matrix`;

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true, default: [] },
      quick: { type: "boolean", default: false },
      update: { type: "boolean", default: false },
    },
  });
  const { only, quick, update } = values;
  const generators = toolchains.flatMap(({ generators }) => generators.map(({ name }) => name));
  const known: readonly (readonly string[])[] = [languages, generators, apiNames];
  const unknown = only.find((word) => !known.some((words) => words.includes(word)));
  if (unknown !== undefined)
    throw new TypeError(`--only ${unknown}: no such language, generator or API; there are ${known.flat().join(", ")}`);
  if (update && (quick || only.length > 0)) throw new TypeError("--update needs the whole matrix");
  return {
    quick,
    update,
    wants(api, { name, language, quick: inSlice = false }) {
      const asked = known.map((words) => only.filter((word) => words.includes(word)));
      const cell = [language, name, api];
      return (
        (inSlice || !quick) && asked.every((words, kind) => words.length === 0 || words.includes(cell[kind] ?? ""))
      );
    },
  };
}
