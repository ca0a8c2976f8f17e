import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateApi, type GeneratedFiles } from "../src/generate/generate-api.ts";

const original = fileURLToPath(new URL("fixtures/generate/parcels/", import.meta.url));

/** A change of one file of the description. */
export interface Edit {
  readonly file: string;
  readonly replace: string | RegExp;
  readonly by: string;
}

/** Generates from the fixture, changed by some edits. Messages name files as the fixture has them: `paths/parcels.yaml:9`. */
export async function generateParcels(...edits: readonly Edit[]): Promise<GeneratedFiles> {
  const folder = mkdtempSync(join(tmpdir(), "parcels-"));
  try {
    cpSync(original, folder, { recursive: true });
    for (const { file, replace, by } of edits) {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      const changed = text.replace(replace, by);
      if (changed === text) throw new Error(`${file} does not hold ${replace}`);
      writeFileSync(path, changed);
    }
    return await generateApi({ name: "parcels", description: join(folder, "openapi.yaml") });
  } catch (error) {
    throw new Error((error as Error).message.replaceAll(`${folder}/`, ""), { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The line of a file of the fixture, counted from 1, that holds a text. */
export function lineOf(file: string, text: string): number {
  const line = readFileSync(join(original, file), "utf8")
    .split("\n")
    .findIndex((candidate) => candidate.includes(text));
  if (line < 0) throw new Error(`${file} does not hold ${text}`);
  return line + 1;
}
