import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);

/** The compilers that the packages' types are tested with, by the version that users know them by. */
const compilers = { "7": "typescript", "5.9": "typescript-5", "5.4": "typescript-5-4" } as const;
export type Compiler = keyof typeof compilers;

/** What a compiler run is made of. */
export interface Compilation {
  /** Default: that of the workspace. */
  readonly compiler?: Compiler | undefined;
  /** Paths of the programs in the folder. */
  readonly files: readonly string[];
  /** In place of, or beside, those that every run has. */
  readonly options: Readonly<Record<string, unknown>>;
  /** Further arguments: `--extendedDiagnostics`. */
  readonly flags?: readonly string[];
}

/** One complaint of a compiler. */
export interface Diagnostic {
  /** Path of the file below the folder, or its whole path where it lies elsewhere. */
  readonly file: string;
  readonly line: number;
  readonly code: string;
  /** The message and its elaboration. */
  readonly text: string;
}

/** What a compiler had to say. */
export interface Verdict {
  readonly diagnostics: readonly Diagnostic[];
  readonly output: string;
}

/**
 * A folder in which programs are compiled as a user's would be: they find the built packages by name. It lies below
 * `node_modules`, where no formatter, linter or watcher looks.
 */
export class ProgramFolder {
  readonly #path: string;
  #runs = 0;

  constructor(programs: Readonly<Record<string, string>>) {
    const cache = join(packageFolder, "node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    this.#path = mkdtempSync(join(cache, "types-"));
    this.#write("package.json", JSON.stringify({ type: "module" }));
    for (const [name, text] of Object.entries(programs)) this.#write(name, text);
  }

  /** The whole path of a program. */
  pathOf(name: string): string {
    return join(this.#path, name);
  }

  #write(name: string, text: string): void {
    const file = this.pathOf(name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Compiles strictly, and with the declarations of all packages checked too. */
  async compile({ compiler = "7", files, options, flags = [] }: Compilation): Promise<Verdict> {
    const project = `tsconfig.${this.#runs++}.json`;
    const compilerOptions = {
      target: "es2022",
      strict: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
      ...options,
    };
    this.#write(project, JSON.stringify({ compilerOptions, files }));
    const manifest = require.resolve(`${compilers[compiler]}/package.json`);
    const output = await run(
      join(dirname(manifest), "bin/tsc"),
      ["-p", project, "--pretty", "false", ...flags],
      this.#path,
    );
    return { diagnostics: readDiagnostics(output, this.#path), output };
  }

  remove(): void {
    rmSync(this.#path, { recursive: true, force: true });
  }
}

function run(script: string, args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data: Buffer) => (output += data.toString()));
    child.once("error", reject);
    // 0: nothing to complain of. 1 and 2: complaints, which the output tells. Anything else is no verdict.
    child.once("close", (code, signal) => {
      if (code === 0 || code === 1 || code === 2) resolve(output);
      else reject(new Error(`${basename(script)} ended with ${code ?? signal}:\n${output}`));
    });
  });
}

/** Reads `file(line,column): error TS2339: message`, and the indented lines that elaborate on it. */
function readDiagnostics(output: string, folder: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  let last: { text: string } | undefined;
  for (const line of output.split("\n")) {
    const [, file, at, code, text] = /^(?:(.+?)\((\d+),\d+\): )?error (TS\d+): (.*)$/.exec(line) ?? [];
    if (code !== undefined && text !== undefined) {
      const diagnostic = { file: file?.replace(`${folder}/`, "") ?? "", line: Number(at ?? 0), code, text };
      diagnostics.push(diagnostic);
      last = diagnostic;
    } else if (last !== undefined && line.startsWith("  ")) last.text += `\n${line}`;
    else last = undefined;
  }
  return diagnostics;
}
