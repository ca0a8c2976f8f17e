import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { lint } from "../../../../../scripts/src/specs/redocly.ts";
import type { Mutant } from "../mutant.ts";

const batch = 100;

/** The mutants that Redocly and the house's own rules mind. */
export async function linted(mutants: readonly Mutant[]): Promise<ReadonlySet<Mutant>> {
  const minded = new Set<Mutant>();
  for (let at = 0; at < mutants.length; at += batch) {
    const some = mutants.slice(at, at + batch);
    const folder = await mkdtemp(join(tmpdir(), "mutants-"));
    try {
      const files = some.map((_, index) => join(folder, `${index}.json`));
      await Promise.all(files.map((file, index) => writeFile(file, JSON.stringify(some[index]!.make()))));
      for (const { file } of await lint(files, { config: "redocly.yaml" })) {
        const mutant = some[Number(basename(file, ".json"))];
        if (mutant !== undefined) minded.add(mutant);
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  return minded;
}
