import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { redocly } from "../support/redocly.ts";
import { inTemporaryFolder } from "../support/temporary-folder.ts";
import type { Step, Workflows } from "./workflows.ts";

export interface StepResult extends Step {
  /** What did not hold, in Respect's words. Empty: everything held. */
  readonly failed: readonly FailedCheck[];
  /** Absent where nothing was answered. */
  readonly response?: StepResponse;
}

export interface FailedCheck {
  /** `success criteria check`, `schema check` and others. */
  readonly name: string;
  /** The condition of the workflow that did not hold, where it was one. */
  readonly condition?: string;
  /** May quote the answer. */
  readonly message: string;
}

export interface StepResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  /** JSON that was read, or text. */
  readonly body?: unknown;
}

export interface RespectRun {
  readonly ok: boolean;
  /** The steps that were executed, in order. */
  readonly steps: readonly StepResult[];
  /** Everything that the run printed or wrote, to be searched for secrets. */
  readonly outputs: Readonly<Record<"stdout" | "stderr" | "json" | "har", string>>;
}

export interface RespectOptions {
  /** Where the service is, with the base path of the API. */
  readonly url: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Workflows to leave out. */
  readonly skip?: readonly string[];
  readonly mayLeave?: boolean;
  /** Whether a workflow goes on after a body that Respect minds. It reads objects as closed. Default: false. */
  readonly goOnAfterSchema?: boolean;
}

/**
 * Executes workflows. The inputs travel by the environment, so that the list of processes does not show them, and every
 * kind of output is asked for.
 */
export async function runRespect(workflows: Workflows, options: RespectOptions): Promise<RespectRun> {
  const { url, inputs, skip = [], mayLeave = false, goOnAfterSchema = false } = options;
  return inTemporaryFolder(async (cwd) => {
    // Respect reads the configuration in the folder where it runs.
    await writeFile(join(cwd, "redocly.yaml"), "telemetry: off\n");
    const [json, har] = [join(cwd, "run.json"), join(cwd, "run.har")];
    const args = ["respect", workflows.file, "--server", `${workflows.source}=${url}`, "--verbose"];
    const skipped = skip.flatMap((workflow) => ["--skip", workflow]);
    const severity = goOnAfterSchema ? ["--severity", "SCHEMA_CHECK=warn"] : [];
    const ran = await redocly([...args, ...skipped, ...severity, "--json-output", json, "--har-output", har], {
      cwd,
      mayLeave,
      env: { REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs) },
    });
    const texts = await Promise.all([json, har].map((file) => readFile(file, "utf8").catch(() => "")));
    const [jsonText = "", harText = ""] = texts;
    if (jsonText === "") throw new Error(`Respect did not run:\n${ran.stdout}${ran.stderr}`);
    return {
      ok: ran.code === 0,
      steps: readSteps(workflows, JSON.parse(jsonText) as RespectLog),
      outputs: { stdout: ran.stdout, stderr: ran.stderr, json: jsonText, har: harText },
    };
  });
}

interface RespectLog {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly executedWorkflows: readonly {
          readonly workflowId: string;
          readonly executedSteps: readonly {
            readonly stepId: string;
            readonly response?: StepResponse;
            readonly checks: readonly (Partial<FailedCheck> & { readonly name: string; readonly passed: boolean })[];
          }[];
        }[];
      }
    >
  >;
}

function readSteps({ steps }: Workflows, { files }: RespectLog): StepResult[] {
  return Object.values(files).flatMap(({ executedWorkflows }) =>
    executedWorkflows.flatMap(({ workflowId, executedSteps }) =>
      executedSteps.map(({ stepId, checks, response }) => ({
        workflow: workflowId,
        id: stepId,
        operation: steps.find(({ workflow, id }) => workflow === workflowId && id === stepId)?.operation ?? "",
        ...(response === undefined ? {} : { response }),
        failed: checks
          .filter(({ passed }) => !passed)
          .map(({ name, condition, message = "" }) => ({
            name,
            message: message.trim(),
            ...(condition === undefined ? {} : { condition }),
          })),
      })),
    ),
  );
}
