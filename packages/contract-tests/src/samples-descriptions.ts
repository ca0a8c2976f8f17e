import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContract, type CompiledDescription, type Contract } from "@org/contract";
import { compileDescription } from "@org/contract/compile";

/** A description, as far as samples have to do with it. */
export interface Described {
  readonly contract: Contract;
  /** Examples by name. */
  readonly examples: Readonly<Record<string, { readonly value: unknown }>>;
}

const described = new Map<string, Promise<Described>>();

/** The description of an API, bundled and compiled as a user would compile it. */
export function describedApi(api: string): Promise<Described> {
  const known = described.get(api) ?? describe(api);
  described.set(api, known);
  return known;
}

async function describe(api: string): Promise<Described> {
  const file = createRequire(import.meta.url).resolve(`@org/specs/${api}`);
  const document = JSON.parse(await readFile(file, "utf8")) as {
    readonly components: Pick<Described, "examples">;
  };
  return { contract: createContract(await compile(document)), examples: document.components.examples };
}

async function compile(document: object): Promise<CompiledDescription> {
  const folder = await mkdtemp(join(tmpdir(), "samples-"));
  try {
    const file = join(folder, "checks.mjs");
    await writeFile(file, await compileDescription(document));
    const checks = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: CompiledDescription };
    return checks.default;
  } finally {
    await rm(folder, { recursive: true });
  }
}
