import { parseArgs } from "node:util";

export const partNames = ["calls", "size", "import", "types", "listing"] as const;
export type PartName = (typeof partNames)[number];

/** What to measure, and how long. */
export interface Options {
  readonly parts: readonly PartName[];
  /** Shorter and coarser, for a look. */
  readonly quick: boolean;
  /** JSON instead of the table. */
  readonly json: boolean;
}

/** @throws {TypeError} for an unknown option or part. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true, default: [] },
      quick: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const wanted = values.only.flatMap((list) => list.split(","));
  for (const name of wanted) {
    if (!isPart(name)) throw new TypeError(`--only ${name}: there is no such part; there are ${partNames.join(", ")}`);
  }
  const parts = wanted.length === 0 ? partNames : partNames.filter((name) => wanted.includes(name));
  return { parts, quick: values.quick, json: values.json };
}

function isPart(name: string): name is PartName {
  return (partNames as readonly string[]).includes(name);
}
