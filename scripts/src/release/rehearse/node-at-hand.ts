// pnpm test:node: the programs of the READMEs and an import of every entry point, with the packages as they are built, on
// the Node at hand. The tools themselves may run on a newer one, which scripts/bootstrap.mjs brings.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { publicPackages, repository } from "../packages.ts";
import { asProcess, withRequire } from "./on/processes.ts";
import type { Row } from "./outcome.ts";
import { asModule, entryPointPrograms, readmePrograms } from "./programs.ts";
import type { Project } from "./project.ts";
import { drawTable, hasFailed } from "./table.ts";

const node = process.env["NODE_AT_HAND"] ?? process.execPath;
const version = execFileSync(node, ["--version"], { encoding: "utf8" }).trim();
const packages = publicPackages();
const folder = mkdtempSync(join(tmpdir(), "node-at-hand-"));
try {
  const project = linkedProject();
  const runtimes = [
    asProcess(`Node ${version}`, node, (file) => [file]),
    withRequire(`Node ${version}, require`, node),
  ];
  const rows: Row[] = [];
  for (const { name, run } of runtimes) rows.push({ runtime: name, outcomes: await run([project]) });
  const names = packages.filter(({ entryPoints }) => entryPoints.length > 0).map(({ name }) => name);
  console.log(drawTable(rows, names));
  process.exitCode = hasFailed(rows) ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** A project in which each package is a link to where it is built, with the emulator in the process of every program. */
function linkedProject(): Project {
  for (const { name, directory } of packages) {
    const link = join(folder, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, directory), link, "junction");
  }
  const emulator = packages.find(({ directory }) => directory === "packages/emulator");
  writeFileSync(join(folder, "package.json"), '{ "name": "project", "private": true, "type": "module" }\n');
  writeFileSync(join(folder, "served.mjs"), `export { createEmulator } from "${emulator?.name}";\n`);
  const contract = join(repository, "packages/contract");
  const description = join(contract, "test/fixtures/library.json");
  execFileSync(node, [join(contract, "bin/contract.mjs"), "compile", description, "-o", "checks.js"], { cwd: folder });
  const programs = [...readmePrograms(repository, packages), ...entryPointPrograms(repository, packages)];
  programs.forEach((program, index) => writeFileSync(join(folder, `program-${index}.mjs`), asModule(program)));
  return { folder, programs };
}
