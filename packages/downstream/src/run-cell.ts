// One cell: generate, compile, talk to an emulator of its own.
import { existsSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { serve } from "@org/emulator/node";
import { descriptionOf, keep, keysOf, programOf, recall } from "./cell-cache.ts";
import type { ApiName, Cell, CellResult, Command, Generator, Stage, StageResult } from "./model.ts";
import { home, work } from "./places.ts";
import { prove } from "./proof.ts";
import { runCommand } from "./run-command.ts";
import { scenarios } from "./scenarios.ts";

/** What a stage printed, and what is wrong with it. */
interface Outcome {
  readonly output: string;
  readonly failure?: string;
}

export async function runCell(api: ApiName, generator: Generator, toolchain: string): Promise<CellResult> {
  const cell: Cell = {
    api,
    description: descriptionOf(api, generator),
    folder: join(work, "cells", generator.name, api),
  };
  const keys = await keysOf(api, generator, toolchain);
  const stages: Partial<Record<Stage, StageResult>> = await recall(api, generator, keys);
  if (stages.generated === undefined) await layOut(cell, generator);

  const todo: Readonly<Record<Stage, () => Promise<Outcome>>> = {
    generated: () => runAll(generator.generate(cell), cell),
    compiled: () => runAll(generator.compile(cell), cell),
    live: () => runLive(generator.run(cell), cell),
  };
  for (const [stage, run] of Object.entries(todo) as [Stage, () => Promise<Outcome>][]) {
    stages[stage] ??= await timed(run, join(cell.folder, `${stage}.log`));
    if (!stages[stage].ok) break;
  }
  await keep(api, generator, { keys, stages });
  const { name, language, version, reads } = generator;
  return { api, generator: name, language, version, reads, stages };
}

async function layOut(cell: Cell, generator: Generator): Promise<void> {
  await rm(cell.folder, { recursive: true, force: true });
  await mkdir(cell.folder, { recursive: true });
  // Where a generator cannot read a description, nobody has written a program for its client.
  const program = programOf(cell.api, generator);
  const place = join(cell.folder, generator.program);
  await mkdir(dirname(place), { recursive: true });
  if (existsSync(program)) await copyFile(program, place);
  for (const [path, name] of Object.entries(generator.files ?? {}))
    await copyFile(join(home, path), join(cell.folder, name));
}

async function runAll(commands: readonly Command[], cell: Cell): Promise<Outcome> {
  let output = "";
  for (const command of commands) {
    const ran = await runCommand(command, cell.folder);
    output += ran.output;
    if (!ran.ok) return { output, failure: lastWords(ran.output) };
  }
  return { output };
}

async function runLive(command: Command, cell: Cell): Promise<Outcome> {
  const scenario = scenarios[cell.api];
  const { url, emulator, close } = await serve();
  try {
    const env = { ...command.env, ...scenario.environment(url, emulator) };
    const ran = await runCommand({ ...command, env }, cell.folder);
    if (!ran.ok) return { output: ran.output, failure: lastWords(ran.output) };
    try {
      prove(scenario, emulator, ran.stdout);
      return { output: ran.output };
    } catch (error) {
      return { output: ran.output, failure: error instanceof Error ? error.message : String(error) };
    }
  } finally {
    await close();
  }
}

async function timed(run: () => Promise<Outcome>, log: string): Promise<StageResult> {
  const begin = performance.now();
  const { output, failure } = await run();
  await writeFile(log, output);
  return {
    ok: failure === undefined,
    seconds: Math.round((performance.now() - begin) / 100) / 10,
    warnings: output.split("\n").filter((line) => /\bwarn(ing)?\b/i.test(line)).length,
    cached: false,
    ...(failure === undefined ? {} : { failure }),
  };
}

/** Tools say why they gave up near an "error", or at the end. */
function lastWords(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  const first = lines.findIndex((line) => /error|panicked|not implemented/i.test(line));
  return (first >= 0 ? lines.slice(first, first + 6) : lines.slice(-6)).join("\n").slice(0, 1_000);
}
