// Schemathesis makes up requests from each description, and holds the served emulator's answers against it.
import { createTally } from "../../src/cases.ts";
import type { Finding, Judge, Planted, Report } from "../judge.ts";
import { alterationOf } from "../support/alteration.ts";
import { apiNames, loadApi, type Api } from "../support/api.ts";
import { requestsByOperation, withEmulator } from "../support/emulator.ts";
import { installSchemathesis } from "./install.ts";
import { runSchemathesis } from "./run-schemathesis.ts";

const maxExamples = 100;

export const schemathesis: Judge = {
  name: "schemathesis",
  async judge() {
    const installed = installSchemathesis();
    return "notRun" in installed ? installed : judgeWith(installed.program);
  },
};

async function judgeWith(program: string): Promise<Report> {
  const tally = createTally();
  const findings: Finding[] = [];
  const planted: Planted[] = [];
  for (const name of apiNames) {
    const api = loadApi(name);
    await withEmulator(async (served) => {
      findings.push(...(await runSchemathesis({ program, api, served, maxExamples })));
      const place = { api: name, direction: "emulator -> description", judge: "schemathesis" } as const;
      for (const [operation, count] of requestsByOperation(served.emulator))
        tally.count({ ...place, operation }, count);
    });
    planted.push(...(await plant(program, api)));
  }
  return { cases: tally.records, findings, planted, notes: [] };
}

/** An altered answer, and one with a status that the description does not have. */
async function plant(program: string, api: Api): Promise<Planted[]> {
  const teapot = { fault: { kind: "answer", status: 418 } } as const;
  const plants = [
    { what: "a value of the wrong type in an answer", rule: alterationOf(api.name), minded: "ST108" },
    { what: "a status that is not described", rule: teapot, minded: "ST103" },
  ];
  return Promise.all(
    plants.map(({ what, rule, minded }) =>
      withEmulator(async (served) => {
        served.emulator.faults.add(rule);
        const findings = await runSchemathesis({ program, api, served, maxExamples: 5, phases: "examples" });
        return { what: `${api.name}: ${what}`, seen: findings.some((finding) => finding.what.startsWith(minded)) };
      }),
    ),
  );
}
