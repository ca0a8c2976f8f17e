// Runs the Foundry cases of the matrix with other clients, in a process of its own, and reports to the one that started it.
import { cases } from "../cases.ts";
import type { Cell } from "../cell.ts";
import type { FaultCase, OperationName } from "../fault-case.ts";
import { report } from "../report-cells.ts";
import { palantir } from "./palantir.ts";
import { redocly } from "./redocly.ts";
import type { Rival } from "./rival.ts";
import { runRivalCell } from "./run-cell.ts";

const operations: readonly OperationName[] = ["createSession", "listSessions", "getSession"];
const [only = ""] = process.argv.slice(2);
const rivals: readonly Rival[] = [palantir, await redocly()];
// Signing in is the application's affair with both.
const chosen = cases.filter(({ name, at }) => at === undefined && name.includes(only));

// A hundred at a time: most of their time is spent waiting.
const queue = chosen.flatMap((faultCase) =>
  operations.flatMap((operation) => rivals.map((rival) => ({ rival, faultCase, operation }))),
);
const cells: Cell[] = [];
await Promise.all(Array.from({ length: 100 }, work));
report({ cells, secrets: [] });

async function work(): Promise<void> {
  for (let next = take(); next !== undefined; next = take()) {
    cells.push(await runRivalCell(next.rival, next.faultCase, next.operation));
  }
}

function take(): { rival: Rival; faultCase: FaultCase; operation: OperationName } | undefined {
  return queue.shift();
}
