import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Api } from "../support/api.ts";
import { redocly } from "../support/redocly.ts";
import { inTemporaryFolder } from "../support/temporary-folder.ts";
import { harText, recordedOrigin, type HarEntry } from "./har.ts";

export interface DriftProblem {
  readonly ruleId: string;
  readonly severity: "info" | "warning" | "error";
  readonly message: string;
  readonly operationId?: string;
  readonly occurrences: number;
  readonly status: number;
  readonly details?: object;
}

interface Count {
  readonly covered: number;
  readonly total: number;
}

/** What of a description the recording has exercised. */
export interface Coverage {
  readonly meta: { readonly exchanges: { readonly total: number; readonly matched: number } };
  readonly totals: Readonly<Record<"operations" | "parameters" | "properties" | "responses", Count>>;
  readonly operations: readonly {
    readonly operationId: string;
    readonly missing: readonly {
      readonly kind: "operation" | "parameter" | "property" | "response";
      readonly status?: string;
      readonly name?: string;
    }[];
  }[];
}

export interface Drift {
  readonly problems: readonly DriftProblem[];
  readonly coverage: Coverage;
}

/** Holds a recording against a description. */
export async function runDrift(api: Api, entries: readonly HarEntry[]): Promise<Drift> {
  return inTemporaryFolder(async (cwd) => {
    await Promise.all([
      writeFile(join(cwd, "redocly.yaml"), "telemetry: off\n"),
      writeFile(join(cwd, "traffic.har"), harText(entries)),
    ]);
    const report = ["--format", "json", "--output", "drift.json"];
    const coverage = ["--coverage", "--coverage-output", "coverage.json"];
    const server = ["--server", `${recordedOrigin}${api.basePath}`];
    const ran = await redocly(["drift", "traffic.har", "--api", api.file, ...server, ...report, ...coverage], { cwd });
    try {
      const { problems } = JSON.parse(await readFile(join(cwd, "drift.json"), "utf8")) as Drift;
      return { problems, coverage: JSON.parse(await readFile(join(cwd, "coverage.json"), "utf8")) as Coverage };
    } catch (cause) {
      throw new Error(`redocly drift did not run:\n${ran.stdout}${ran.stderr}`, { cause });
    }
  });
}
