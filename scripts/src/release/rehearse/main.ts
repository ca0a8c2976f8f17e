// pnpm release:rehearse: a whole release against a registry on loopback, and its packages on every runtime at hand.
// Works in a copy, ends by itself and leaves nothing running.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeScratch } from "../../scratch.ts";
import { installToolSet } from "../../tool-set.ts";
import { publicPackages, repository, type PublicPackage } from "../packages.ts";
import { startEmulator, type ServedEmulator } from "./emulator.ts";
import { chromium } from "./on/chromium.ts";
import { processRuntimes } from "./on/processes.ts";
import { compilers } from "./on/typescript.ts";
import { workerd } from "./on/workerd.ts";
import type { Row } from "./outcome.ts";
import { entryPointPrograms, readmePrograms } from "./programs.ts";
import { installIn, makeProject, writePrograms, type Project } from "./project.ts";
import { publishAll } from "./publish.ts";
import { startRegistry, type Registry } from "./registry.ts";
import type { Runtime } from "./runtime.ts";
import { drawTable, hasFailed, holes } from "./table.ts";

const startedAt = performance.now();
const say = (text: string): void =>
  console.error(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${text}`);

/** What must be undone, the last first, whether all goes well or not. */
const cleanup: (() => unknown)[] = [];
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void end().then(() => process.exit(130)));
try {
  await rehearse();
} finally {
  await end();
}

async function rehearse(): Promise<void> {
  const registryTools = join(repository, "scripts/tools/registry");
  const runtimeTools = join(repository, "scripts/tools/runtimes");
  say("installing the registry and the runtimes");
  installToolSet(registryTools);
  installToolSet(runtimeTools);

  const folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
  cleanup.push(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  const scope = publicPackages()[0]?.name.split("/")[0] ?? "";
  const registry = await startRegistry(registryTools, join(folder, "registry"), scope);
  cleanup.push(() => registry.stop());

  say("versions, build and publishing in a copy of the repository");
  const scratch = await makeScratch("release");
  cleanup.push(() => scratch.remove());
  const packages = await publishAll(scratch, registry);
  console.log(packages.map(({ name, manifest }) => `published ${name} ${manifest.version}`).join("\n"));

  say("installing each package in an empty project");
  const projects = await makeProjects(join(folder, "projects"), scratch.root, packages, registry);
  const emulator = projects.get("emulator");
  if (emulator === undefined) throw new Error("there is no project with the emulator");

  const separate = [...projects.values()];
  const everything = await makeProject(
    join(folder, "projects/everything"),
    separate.flatMap(({ programs }) => programs),
    registry,
  );
  const rows: Row[] = [];
  for (const runtime of [...processRuntimes(runtimeTools), workerd(runtimeTools), chromium(runtimeTools)]) {
    say(runtime.name);
    rows.push(await runOn(runtime, separate, () => startEmulator(emulator.folder, `${scope}/emulator`)));
  }
  for (const { name, run } of compilers(runtimeTools)) {
    say(name);
    rows.push({ runtime: name, outcomes: await run([everything]) });
  }
  const names = packages.filter(({ entryPoints }) => entryPoints.length > 0).map(({ name }) => name);
  console.log(`\n${drawTable(rows, names)}\n`);
  for (const hole of holes(rows)) console.log(hole);
  const failed = hasFailed(rows);
  say(failed ? "FAILED" : "all packages install and run everywhere that was tried");
  process.exitCode = failed ? 1 : 0;
}

/** Each runtime meets an emulator of its own: the services limit how often they may be asked. */
async function runOn(
  { name, run }: Runtime,
  projects: readonly Project[],
  start: () => Promise<ServedEmulator>,
): Promise<Row> {
  const emulator = await start();
  cleanup.push(() => emulator.stop());
  for (const project of projects) writePrograms(project, emulator.url, emulator.credentials);
  const outcomes = await run(projects);
  await cleanup.pop()?.();
  return { runtime: name, outcomes };
}

/** One project for each package, by the last part of its name, with only what its own programs import. */
async function makeProjects(
  folder: string,
  root: string,
  packages: readonly PublicPackage[],
  registry: Registry,
): Promise<ReadonlyMap<string, Project>> {
  const programs = [...readmePrograms(root, packages), ...entryPointPrograms(root, packages)];
  const projects = new Map<string, Project>();
  for (const { name } of packages) {
    const own = programs.filter((program) => program.of === name);
    const last = name.split("/")[1] ?? name;
    if (own.length > 0) projects.set(last, await makeProject(join(folder, last), own, registry));
  }
  const contract = projects.get("contract");
  if (contract !== undefined) await compileChecks(contract, root);
  return projects;
}

/** The command of the contract engine works as installed, for the description that its README names. */
async function compileChecks(project: Project, root: string): Promise<void> {
  await installIn(project, ["esbuild"]);
  const { folder } = project;
  const command = join(folder, "node_modules/.bin/contract");
  const description = join(root, "packages/contract/test/fixtures/library.json");
  execFileSync(process.execPath, [command, "compile", description, "-o", "checks.js"], { cwd: folder });
}

async function end(): Promise<void> {
  for (const undo of cleanup.splice(0).toReversed()) await undo();
}
