import { execFile } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { cleanEnvironment } from "../../../clean-environment.ts";
import { failed, passed, skipped, type Outcome } from "../outcome.ts";
import { asCommonJs } from "../programs.ts";
import type { Project } from "../project.ts";
import { inProjects, type Runtime } from "../runtime.ts";

const nodes = ["20", "22", "24", "26"];

/** Node, Bun and Deno, each a program that is given a file. */
export function processRuntimes(tools: string): readonly Runtime[] {
  const binary = (name: string): string => join(tools, "node_modules", name);
  return [
    ...nodes.map((major) => asProcess(`Node ${major}`, binary(`node-${major}/bin/node`), (file) => [file])),
    ...nodes.map((major) => withRequire(`Node ${major}, require`, binary(`node-${major}/bin/node`))),
    asProcess("Bun", binary(".bin/bun"), (file) => ["--no-install", file]),
    asProcess("Deno", binary(".bin/deno"), (file) => ["run", "--allow-all", "--node-modules-dir=manual", file]),
  ];
}

/** A program that is given a file. */
export function asProcess(name: string, program: string, args: (file: string) => readonly string[]): Runtime {
  return {
    name,
    run: (projects) =>
      inProjects(projects, async ({ folder }, _program, index) =>
        existsSync(program)
          ? execute(program, args(`program-${index}.mjs`), folder)
          : skipped("is not made for this platform"),
      ),
  };
}

/** Node, given the same programs as CommonJS. */
export function withRequire(name: string, program: string): Runtime {
  return {
    name,
    run: (projects) =>
      inProjects(projects, async ({ folder, programs }, _program, index) => {
        if (!existsSync(program)) return skipped("is not made for this platform");
        writeFileSync(join(folder, `program-${index}.cjs`), toCommonJs({ folder, programs }, index));
        return execute(program, [`program-${index}.cjs`], folder);
      }),
  };
}

function toCommonJs({ programs }: Project, index: number): string {
  const program = programs[index];
  if (program === undefined) throw new Error(`there is no program ${index}`);
  return asCommonJs(program);
}

/** A program passes that ends well and has printed something. */
async function execute(program: string, args: readonly string[], cwd: string): Promise<Outcome> {
  const env = { ...cleanEnvironment(), DENO_NO_UPDATE_CHECK: "1", DENO_DIR: join(cwd, "../deno"), NO_COLOR: "1" };
  try {
    const { stdout } = await promisify(execFile)(program, [...args], { cwd, env, timeout: 60_000 });
    return stdout.trim() === "" ? failed("printed nothing") : passed;
  } catch (error) {
    const { stderr = "", message } = error as { readonly stderr?: string; readonly message: string };
    return failed(stderr.trim() || message);
  }
}
