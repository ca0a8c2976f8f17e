// Redocly drift holds what our clients and the served emulator said to each other against the descriptions, and tells what
// of the descriptions was exercised.
import { createTally } from "../../src/cases.ts";
import type { Finding, Judge, Planted } from "../judge.ts";
import { alterationOf } from "../support/alteration.ts";
import { apiNames, loadApi, operationAt, type Api } from "../support/api.ts";
import { recordAltered, recordTour } from "./record.ts";
import { runDrift, type Coverage, type DriftProblem } from "./run-drift.ts";

export const drift: Judge = {
  name: "drift",
  async judge() {
    const recording = await recordTour();
    const tally = createTally();
    const findings: Finding[] = [];
    const planted: Planted[] = [];
    const notes: string[] = [];
    for (const name of apiNames) {
      const api = loadApi(name);
      const { problems, coverage } = await runDrift(api, recording[name]);
      findings.push(...problems.map((problem) => toFinding(api, problem)), ...gaps(api, coverage));
      planted.push(...(await plant(api)));
      notes.push(`${name.padEnd(20)} ${percentages(coverage)}, of ${coverage.meta.exchanges.matched} exchanges`);
      for (const { request } of recording[name]) {
        const { pathname } = new URL(request.url);
        const operation = operationAt(api, request.method, pathname.slice(api.basePath.length));
        if (operation === undefined) throw new Error(`${request.method} ${pathname} is no operation of ${name}`);
        tally.count({ api: name, operation: operation.id, direction: "emulator -> description", judge: "drift" });
      }
    }
    return { cases: tally.records, findings, planted, notes };
  },
};

const toFinding = (
  api: Api,
  { operationId, message, severity, occurrences, status, details }: DriftProblem,
): Finding => ({
  api: api.name,
  place: operationId ?? "an unknown operation",
  what: `${severity}: ${message}`,
  detail: `${occurrences} times, first at a status of ${status}: ${JSON.stringify(details)}`,
});

/** Operations, parameters and statuses that the tour has not exercised. */
function gaps(api: Api, { operations }: Coverage): Finding[] {
  return operations.flatMap(({ operationId, missing }) =>
    missing
      .filter(({ kind }) => kind !== "property")
      .map(({ kind, status, name }) => ({
        api: api.name,
        place: operationId,
        what: `not exercised: ${kind} ${status ?? name ?? ""}`.trimEnd(),
        detail: "",
      })),
  );
}

const percentages = ({ totals }: Coverage): string =>
  Object.entries(totals)
    .map(([what, { covered, total }]) => `${what} ${covered} of ${total}`)
    .join(", ");

/** An altered answer, which drift must mind, alone in a recording, so that the other operations must be found missing. */
async function plant(api: Api): Promise<Planted[]> {
  const { problems, coverage } = await runDrift(api, await recordAltered(api.name, alterationOf(api.name)));
  return [
    {
      what: `${api.name}: a value of the wrong type in an answer`,
      seen: problems.some(({ severity, status }) => severity === "error" && status === 200),
    },
    {
      what: `${api.name}: operations that were not called`,
      seen: gaps(api, coverage).some(({ what }) => what === "not exercised: operation"),
    },
  ];
}
