// What a cell did, kept beside its folder with a key of all that it depends on.
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ApiName, Generator, Stage, StageResult } from "./model.ts";
import { fileOf, home, work } from "./places.ts";

export interface Keys {
  /** Of the client: description, generator, program, tool chain. */
  readonly build: string;
  /** Of the live calls: the emulator, too. */
  readonly live: string;
}

interface Kept {
  readonly keys: Keys;
  readonly stages: Partial<Record<Stage, StageResult>>;
}

export async function keysOf(api: ApiName, generator: Generator, toolchain: string): Promise<Keys> {
  const { name, language, program, pins, files = {}, version } = generator;
  const build = await hash(
    [`${version} ${toolchain}`],
    [
      descriptionOf(api, generator),
      programOf(api, generator),
      ...[...pins, ...Object.keys(files)].map((path) => join(home, path)),
      join(home, `src/generators/${language}.ts`),
      join(home, "src/generators/redocly.ts"),
    ],
  );
  const live = await hash(
    [build, name, program],
    [fileOf("@org/emulator", "dist/node.js"), join(home, "src/proof.ts"), join(home, "src/scenarios.ts")],
  );
  return { build, live };
}

export function descriptionOf(api: ApiName, { reads }: Generator): string {
  return fileOf("@org/specs", `dist/${api}/${reads === "3.1" ? "openapi.json" : "openapi-3.0.json"}`);
}

export function programOf(api: ApiName, { name, program }: Generator): string {
  return join(home, "programs", name, `${api}${program.slice(program.lastIndexOf("."))}`);
}

/** The stages that hold still. One that failed is always tried again. */
export async function recall(api: ApiName, { name }: Generator, keys: Keys): Promise<Kept["stages"]> {
  const file = fileFor(api, name);
  if (!existsSync(file)) return {};
  const kept = JSON.parse(await readFile(file, "utf8")) as Kept;
  const { generated, compiled, live } = kept.stages;
  if (kept.keys.build !== keys.build || generated?.ok !== true || compiled?.ok !== true) return {};
  const built = { generated: { ...generated, cached: true }, compiled: { ...compiled, cached: true } };
  return kept.keys.live === keys.live && live?.ok === true ? { ...built, live: { ...live, cached: true } } : built;
}

export async function keep(api: ApiName, { name }: Generator, kept: Kept): Promise<void> {
  const file = fileFor(api, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(kept));
}

const fileFor = (api: ApiName, name: string): string => join(work, "kept", name, `${api}.json`);

async function hash(texts: readonly string[], files: readonly string[]): Promise<string> {
  const sum = createHash("sha256");
  for (const text of texts) sum.update(text).update("\0");
  for (const file of files) sum.update(existsSync(file) ? await readFile(file) : "").update("\0");
  return sum.digest("hex");
}
