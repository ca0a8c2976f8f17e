// Runs every case of the matrix with our clients, in a process of its own, and reports to the process that started it.
import { cases } from "../cases.ts";
import { eventually, type Cell, type Report } from "../cell.ts";
import { operationNames, type FaultCase, type OperationName } from "../fault-case.ts";
import { startTrap, startWorld, type Trap, type World } from "../world.ts";
import { runOwnCell, styles, type Style } from "./run-cell.ts";

const only = process.argv[2];
const cells: Cell[] = [];
const secrets = new Set<string>();
const trap = await startTrap();
for (const faultCase of cases) {
  if (only === undefined || faultCase.name.includes(only)) cells.push(...(await runCase(faultCase, trap)));
}
await trap.close();
const report: Report = { cells, secrets: [...secrets] };
if (process.send === undefined) console.log(JSON.stringify(report.cells, undefined, 2));
else process.send(report, undefined, undefined, () => process.disconnect());

/** All operations in both styles at once, each with a service of its own. */
async function runCase(faultCase: FaultCase, trap: Trap): Promise<readonly Cell[]> {
  const worlds: World[] = [];
  const run = async (operation: OperationName, style: Style): Promise<Cell> => {
    const world = await startWorld(faultCase, trap.url);
    worlds.push(world);
    if (faultCase.down === true) await world.served.close();
    return runOwnCell({ world, faultCase, operation, style });
  };
  const found = await Promise.all(operationNames.flatMap((operation) => styles.map((style) => run(operation, style))));
  const problems = [
    ...((await eventually(() => worlds.every(({ served }) => served.underWay === 0))) ? [] : ["a socket is busy"]),
    ...((await eventually(() => timers() === 0)) ? [] : [`${timers()} timers are left`]),
    ...trap.visits.splice(0).map((visit) => `another origin was visited: ${visit}`),
  ];
  for (const { served, secrets: own } of worlds) {
    for (const secret of own) secrets.add(secret);
    if (faultCase.down !== true) await served.close();
  }
  return found.map((cell) => ({ ...cell, problems: [...cell.problems, ...problems] }));
}

/** Timers that keep the process alive, but for the one that this looks with. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
}
