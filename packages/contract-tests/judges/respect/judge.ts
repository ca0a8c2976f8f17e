// Redocly Respect executes the workflows of each API against the served emulator.
import type { Served } from "@org/emulator/node";
import { createTally } from "../../src/cases.ts";
import type { Finding, Judge, Planted } from "../judge.ts";
import { alterationOf } from "../support/alteration.ts";
import { apiNames, loadApi, type ApiName } from "../support/api.ts";
import { withEmulator } from "../support/emulator.ts";
import { textsWithSecrets } from "../support/secrets.ts";
import { signInTo } from "../support/sign-in.ts";
import { inTemporaryFolder } from "../support/temporary-folder.ts";
import { runRespect, type RespectRun } from "./run-respect.ts";
import { changedWorkflows, loadWorkflows, type Workflows } from "./workflows.ts";

export const respect: Judge = {
  name: "respect",
  judge: () =>
    withEmulator(async (served) => {
      const tally = createTally();
      const findings: Finding[] = [];
      const planted: Planted[] = [];
      for (const api of apiNames) {
        const workflows = await loadWorkflows(api);
        const { run, secrets } = await execute(api, workflows, served);
        findings.push(...judgeRun(api, workflows, run, secrets));
        const place = { api, direction: "emulator -> description", judge: "respect" } as const;
        for (const { operation } of run.steps) tally.count({ ...place, operation });
        planted.push(...(await plant(api, workflows, served)));
      }
      return { cases: tally.records, findings, planted, notes: [] };
    }),
};

async function execute(api: ApiName, workflows: Workflows, { url, emulator }: Served) {
  const { inputs, secrets } = signInTo(api, emulator.credentials);
  const run = await runRespect(workflows, { url: `${url}${loadApi(api).basePath}`, inputs });
  return { run, secrets };
}

function judgeRun(api: ApiName, workflows: Workflows, run: RespectRun, secrets: readonly string[]): Finding[] {
  const failed = run.steps
    .filter((step) => step.failed.length > 0)
    .map((step) => ({
      api,
      place: `${step.workflow}/${step.id}`,
      what: "a step failed",
      detail: step.failed.map(({ name, message }) => `${name}: ${message}`).join("; "),
    }));
  const missing = workflows.steps
    .filter(({ workflow, id }) => !run.steps.some((step) => step.workflow === workflow && step.id === id))
    .map(({ workflow, id }) => ({ api, place: `${workflow}/${id}`, what: "a step was not executed", detail: "" }));
  const leaks = textsWithSecrets(run.outputs, secrets).map((output) => ({
    api,
    place: output,
    what: "a credential was printed",
    detail: `search the ${output} output of the run`,
  }));
  const strays = run.outputs.stderr
    .split("\n")
    .filter((line) => line.startsWith("LEFT THIS MACHINE"))
    .map((line) => ({ api, place: "network", what: "a request left this machine", detail: line }));
  const found = [...failed, ...missing, ...leaks, ...strays];
  return run.ok || found.length > 0
    ? found
    : [{ api, place: "run", what: "the run failed", detail: run.outputs.stdout.slice(-2000) }];
}

/** What Respect must mind: a broken expectation, a broken answer; and what the search for secrets must find. */
async function plant(api: ApiName, workflows: Workflows, served: Served): Promise<Planted[]> {
  const broken = await executeChanged(api, workflows, served, "$statusCode == 401", "$statusCode == 200");
  const unmarked = await executeChanged(api, workflows, served, "format: password", "minLength: 1");
  const fault = served.emulator.faults.add(alterationOf(api));
  const altered = await execute(api, workflows, served);
  fault.remove();
  const minds = ({ steps, ok }: RespectRun, check: string): boolean =>
    !ok && steps.some(({ failed }) => failed.some(({ name }) => name === check));
  return [
    { what: `${api}: an expectation that does not hold`, seen: minds(broken.run, "success criteria check") },
    { what: `${api}: a value of the wrong type in every session`, seen: minds(altered.run, "schema check") },
    {
      what: `${api}: a credential that is not marked as one`,
      seen: textsWithSecrets(unmarked.run.outputs, unmarked.secrets).length > 0,
    },
  ];
}

const executeChanged = (api: ApiName, workflows: Workflows, served: Served, found: string, replacement: string) =>
  inTemporaryFolder(async (folder) =>
    execute(api, await changedWorkflows(workflows, { folder, found, replacement }), served),
  );
