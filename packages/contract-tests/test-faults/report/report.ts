import { readFileSync } from "node:fs";
import { cases } from "../matrix/cases.ts";
import type { Cell } from "../matrix/cell.ts";
import {
  facadeNames,
  operationNames,
  operationsOf,
  providerOf,
  type FaultCase,
  type OperationName,
} from "../matrix/fault-case.ts";
import { rowsOf } from "./rows.ts";
import { table } from "./table.ts";
import { totalsOf } from "./totals.ts";

const clients = ["ours", "@osdk/client", "redocly generate-client"] as const;
const foundry = operationNames.filter((name) => providerOf(name) === "foundry");
const kore = operationNames.filter((name) => providerOf(name) === "kore");

/** The matrix as a page of Markdown. */
export function reportOf(cells: readonly Cell[]): string {
  const operations = cases.filter(({ at }) => at === undefined);
  const tokens = cases.filter(({ at }) => at === "token endpoint");
  const rows = (
    chosen: readonly FaultCase[],
    names: readonly OperationName[],
    of: readonly string[],
  ): readonly (readonly string[])[] =>
    chosen.flatMap((faultCase) =>
      rowsOf(
        faultCase,
        names.filter((name) => operationsOf(faultCase).includes(name)),
        of,
        cells,
      ),
    );
  const compared = cells.filter(
    ({ fault, operation }) =>
      operations.some(({ name }) => name === fault) && foundry.some((name) => name === operation),
  );
  const heads = [
    "`@org/foundry-aip-agents`",
    `\`@osdk/client\` ${version("@osdk/client")}`,
    `\`redocly generate-client\` ${version("@redocly/cli")}`,
  ];
  return `# What each failure comes to

Written by the fault suite. Each cell is one call over a socket to the emulator, with one fault. \`×3\` counts the
requests that reached the service. \`notSent\`, \`rejected\` and \`unknown\` are the outcome that the error tells: may the
service have acted? \`retryAt\`: the error says when to come back. \`stored\`: sessions that a failed create left behind.

A cell of ours holds for both styles, the one that throws and \`.safe\`. The test that writes this page compares every one of
them with a table that was written by hand, and looks at each failure for credentials (message, stack, inspection, JSON,
causes, log at debug level, console), for listeners, timers and sockets that are left, and for the time it took.

## Foundry, beside two other clients

Palantir's own client as it comes: it offers no timeout, no signal and no say in retries. Redocly's client is generated
from the same description, with retries on, a timeout, and pagination declared, as its guide says. \`hangs\`: not back after
14 seconds. \`gives …\`: this was handed out as the session or the page.

${table(["of all calls below", ...heads], totalsOf(clients, compared))}

${table(["failure", "operation", ...heads], rows(operations, foundry, clients))}

A 503 without a body after the operation is not among them: Palantir documents it as a refusal, so every client that obeys
would create again.

## Kore.ai Agent Platform and XO

${table(["failure", "operation", "result"], rows(operations, kore, ["ours"]))}

## Through the facade

\`support\` is Foundry, \`shop\` the Agent Platform, \`ivr\` XO. In \`all.list\` the fault is Foundry's alone: the failure is
that of Foundry, named by the listing after the sessions of the others have come, and \`×\` counts Foundry's requests.

${table(["failure", "operation", "result"], rows(operations, facadeNames, ["ours"]))}

## Signing in to Foundry with OAuth

The faults are those of the token endpoint, and \`×\` counts the requests to it.

${table(["failure", "operation", "result"], rows(tokens, foundry, ["ours"]))}
`;
}

function version(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
