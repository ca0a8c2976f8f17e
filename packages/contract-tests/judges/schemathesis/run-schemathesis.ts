import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Served } from "@org/emulator/node";
import type { Finding } from "../judge.ts";
import { operationAt, type Api } from "../support/api.ts";
import { run } from "../support/run.ts";
import { inTemporaryFolder } from "../support/temporary-folder.ts";
import { partsOf, type Part } from "./parts.ts";

export interface SchemathesisOptions {
  readonly program: string;
  readonly api: Api;
  readonly served: Served;
  /** Test cases of each phase for each operation, at most. */
  readonly maxExamples: number;
  /** Default: all phases. */
  readonly phases?: string;
}

interface RunReport {
  readonly complete: boolean;
  readonly failures: readonly {
    readonly code: string;
    readonly title: string;
    readonly operations: readonly string[];
  }[];
  readonly errors: readonly object[];
}

/** Lets Schemathesis make up requests, good and bad ones, the same in every run, and gives what it minds. */
export async function runSchemathesis(options: SchemathesisOptions): Promise<Finding[]> {
  const parts = partsOf(options.api.name, options.served.emulator.credentials);
  const findings: Finding[] = [];
  for (const part of parts) findings.push(...(await runPart(part, options)));
  return findings;
}

async function runPart({ configuration, operation }: Part, options: SchemathesisOptions): Promise<Finding[]> {
  const { program, api, served, maxExamples, phases } = options;
  return inTemporaryFolder(async (cwd) => {
    const config = join(cwd, "schemathesis.toml");
    const json = join(cwd, "report.json");
    await writeFile(config, configuration);
    const url = ["--url", `${served.url}${api.basePath}`];
    const generation = ["--max-examples", String(maxExamples), "--seed", "1", "--generation-deterministic"];
    const checks = ["--checks", "all", "--continue-on-failure"];
    const scope = [
      ...(operation === undefined ? [] : ["--include-operation-id", operation]),
      ...(phases === undefined ? [] : ["--phases", phases]),
    ];
    const output = ["--no-color", "--warnings", "off", "--report", "json", "--report-json-path", json];
    const args = ["--config-file", config, "run", api.file, ...url, ...generation, ...checks, ...scope, ...output];
    // No proxy of the environment, and no cache of another run.
    const env = { PATH: process.env["PATH"], HOME: cwd };
    const { stdout, stderr } = await run(program, args, { cwd, env, timeoutMs: 300_000 });
    const report = await readFile(json, "utf8").catch(() => "");
    if (report === "") throw new Error(`Schemathesis did not run:\n${stdout}${stderr}`);
    return readFindings(api, JSON.parse(report) as RunReport, stdout);
  });
}

function readFindings(api: Api, { complete, failures, errors }: RunReport, stdout: string): Finding[] {
  const base = { api: api.name };
  const found = failures.flatMap(({ code, title, operations }) =>
    operations.map((label) => ({
      ...base,
      place: placeOf(api, label),
      what: `${code} ${title}`,
      detail: excerpt(stdout, label),
    })),
  );
  const failed = errors.map((error) => ({ ...base, place: "run", what: "an error", detail: JSON.stringify(error) }));
  const stopped = complete
    ? []
    : [{ ...base, place: "run", what: "the run was not completed", detail: stdout.slice(-2000) }];
  return [...found, ...failed, ...stopped];
}

/** `POST /path`, or the operation's id where the description has that method. */
function placeOf(api: Api, label: string): string {
  const [method = "", path = ""] = label.split(" ");
  return operationAt(api, method, path)?.id ?? label;
}

/** What Schemathesis printed about an operation: the text after its headline. */
function excerpt(stdout: string, label: string): string {
  const start = stdout.indexOf(`_ ${label} _`);
  return start < 0
    ? ""
    : stdout
        .slice(start, start + 3000)
        .replace(/^.*\n/, "")
        .split(/^[_=]{3,} /m)[0]!
        .trim();
}
