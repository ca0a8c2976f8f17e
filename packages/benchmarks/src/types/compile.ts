import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { generatedFolder, packageFolder } from "../paths.ts";

const { resolve } = createRequire(import.meta.url);

/** A compiler of this workspace. */
export interface Compiler {
  readonly version: string;
  readonly file: string;
  readonly flags: readonly string[];
}

export const compilers: readonly Compiler[] = [
  // Its parallel checkers each instantiate what they meet; one thread counts each thing once.
  compiler("typescript", ["--singleThreaded"]),
  compiler("typescript-5", []),
];

function compiler(name: string, flags: readonly string[]): Compiler {
  const manifest = resolve(`${name}/package.json`);
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
  return { version, file: join(dirname(manifest), "bin/tsc"), flags };
}

/** What one compilation came to. */
export interface Compilation {
  readonly instantiations: number;
  readonly errors: number;
}

/** Type-checks one of the programs. */
export function compile({ file, flags }: Compiler, program: string): Compilation {
  const project = join(generatedFolder, "types", `${program}.json`);
  mkdirSync(dirname(project), { recursive: true });
  const programs = relative(dirname(project), join(packageFolder, "programs/types"));
  writeFileSync(
    project,
    JSON.stringify({ extends: `${programs}/tsconfig.json`, files: [`${programs}/${program}.ts`] }),
  );
  const { stdout } = spawnSync(
    process.execPath,
    [file, "-p", project, "--extendedDiagnostics", "--pretty", "false", ...flags],
    { encoding: "utf8" },
  );
  return readDiagnostics(stdout);
}

/** @throws {Error} if the compiler did not say how many types it instantiated. */
export function readDiagnostics(output: string): Compilation {
  const [, instantiations] = /^Instantiations:\s*(\d+)/m.exec(output) ?? [];
  if (instantiations === undefined) throw new Error(`no instantiations in the compiler's output:\n${output}`);
  return { instantiations: Number(instantiations), errors: output.match(/\berror TS\d+/g)?.length ?? 0 };
}
