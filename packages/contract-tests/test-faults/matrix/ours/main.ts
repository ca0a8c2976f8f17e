// Runs every case of the matrix with our clients, in a process of its own, and reports to the process that started it.
import { cases } from "../cases.ts";
import { eventually, type Cell } from "../cell.ts";
import { operationsOf, type FaultCase, type OperationName } from "../fault-case.ts";
import { report } from "../report-cells.ts";
import { startWorld, type World } from "../world.ts";
import { runOwnCell, styles, type Style } from "./run-cell.ts";

/** So many calls at once: with more, the machine would be what is slow. */
const most = 18;

const [only = ""] = process.argv.slice(2);
const cells: Cell[] = [];
const secrets = new Set<string>();
for (const faultCase of cases) if (faultCase.name.includes(only)) cells.push(...(await runCase(faultCase)));
report({ cells, secrets: [...secrets] });

/** All operations in both styles, each with a service of its own. */
async function runCase(faultCase: FaultCase): Promise<readonly Cell[]> {
  const worlds: World[] = [];
  const run = async (operation: OperationName, style: Style): Promise<Cell> => {
    const world = await startWorld(faultCase, operation === "all.list" ? "foundry" : undefined);
    worlds.push(world);
    return runOwnCell({ world, faultCase, operation, style });
  };
  const pairs = operationsOf(faultCase).flatMap((operation) => styles.map((style) => ({ operation, style })));
  const found: Cell[] = [];
  for (let first = 0; first < pairs.length; first += most) {
    const wave = pairs.slice(first, first + most);
    found.push(...(await Promise.all(wave.map(({ operation, style }) => run(operation, style)))));
  }
  const problems = [
    ...((await eventually(() => worlds.every(({ served }) => served.underWay === 0))) ? [] : ["a socket is busy"]),
    ...((await eventually(() => timers() === 0)) ? [] : [`${timers()} timers are left`]),
  ];
  for (const world of worlds) {
    for (const secret of world.secrets) secrets.add(secret);
    await world.close();
  }
  return found.map((cell) => ({ ...cell, problems: [...cell.problems, ...problems] }));
}

/** Timers that keep the process alive. */
function timers(): number {
  return process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;
}
