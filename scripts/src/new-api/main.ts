// pnpm new-api <name>: makes the package and the adapter of an API whose description is in specs/<name>, and tells the rest
// of the repository of them. Refuses names that are in use before it writes anything.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findApis, repository } from "../specs/apis.ts";
import { adapterFile } from "./adapter-file.ts";
import { changelogFile } from "./changelog-file.ts";
import { checkFree, checkName, checkNamesDiffer } from "./check-name.ts";
import { packageFiles } from "./package-files.ts";
import { makePlan, type Plan } from "./plan.ts";

interface Config {
  fixed: string[][];
}
interface FacadeManifest {
  name: string;
  exports: Record<string, string | object>;
  dependencies: Record<string, string>;
}

const [name = "", ...others] = process.argv.slice(2);
try {
  checkName([name, ...others].join(" "));
  await makeApi(name);
} catch (error) {
  console.error(
    `${error instanceof Error ? error.message : String(error)}\n\nUsage: pnpm new-api <name of a folder in specs/>`,
  );
  process.exitCode = 2;
}

async function makeApi(name: string): Promise<void> {
  checkFree(name, repository);
  const api = findApis().find((candidate) => candidate.name === name);
  if (api === undefined) throw new Error(`there is no specs/${name}/openapi.yaml; write the description first`);
  const facade = read<FacadeManifest>("packages/sessions/package.json");
  const plan = await makePlan(api, facade.name.split("/")[0] ?? "");

  const adapter = `packages/sessions/src/${name}.ts`;
  const changelog = `specs/${name}/CHANGELOG.md`;
  const files = new Map([...packageFiles(plan)].map(([file, text]) => [`packages/${name}/${file}`, text]));
  files.set(adapter, adapterFile(plan));
  files.set(changelog, changelogFile(plan, read<{ version: string }>("specs/package.json").version));
  for (const [file, text] of files) if (file.endsWith(".ts")) checkNamesDiffer(file, text);
  for (const [file, text] of files) writeNew(file, text);
  wire(plan, facade);

  const made = [`packages/${name}`, adapter, changelog, "packages/sessions/package.json", ".changeset"];
  run("install", "--no-frozen-lockfile", "--prefer-offline");
  run("generate");
  run("exec", "prettier", "--write", "--log-level", "warn", ...made);
  console.log(`made packages/${name} and ${adapter}

Left to do:
  1. ${adapter}: the fields of a session, the service's own filters${plan.create ? `, and create by ${plan.create.id}` : ""}
  2. packages/${name}/README.md: what the service is, with a program that runs
  3. a service in packages/emulator/src/${name}, so that programs and tests can meet it
  4. the tables of fields and filters in packages/sessions/README.md
  5. ${changelog}: what else users of the description should know
  6. pnpm api, for the reports of what the two packages export`);
}

/** What exists elsewhere by name: the facade's entry point, the versions that go together, the change log. */
function wire({ name, scope }: Plan, facade: FacadeManifest): void {
  const { "./conformance": conformance, "./package.json": own, ...entries } = facade.exports;
  const entry = { types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` };
  const exports = { ...entries, [`./${name}`]: entry, "./conformance": conformance, "./package.json": own };
  const dependencies = Object.entries({ ...facade.dependencies, [`${scope}/${name}`]: "workspace:*" });
  write("packages/sessions/package.json", {
    ...facade,
    exports,
    dependencies: Object.fromEntries(dependencies.sort()),
  });

  const config = read<Config>(".changeset/config.json");
  const group = config.fixed.find((names) => names.includes(facade.name));
  if (group !== undefined && !group.includes(`${scope}/${name}`)) group.push(`${scope}/${name}`);
  write(".changeset/config.json", config);
  writeNew(`.changeset/add-${name}.md`, changesetFile([`${scope}/specs`, `${scope}/${name}`, facade.name], name));
}

function changesetFile(packages: readonly string[], name: string): string {
  const bumps = packages.map((item) => `"${item}": minor\n`).join("");
  return `---\n${bumps}---\n\nAdd ${name}: its description, a client and a provider.\n`;
}

function read<T>(file: string): T {
  return JSON.parse(readFileSync(join(repository, file), "utf8")) as T;
}

function write(file: string, value: object): void {
  writeFileSync(join(repository, file), `${JSON.stringify(value, null, 2)}\n`);
}

function writeNew(file: string, text: string): void {
  const path = join(repository, file);
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function run(...args: readonly string[]): void {
  try {
    execFileSync("pnpm", ["--silent", ...args], { cwd: repository, stdio: ["ignore", "ignore", "inherit"] });
  } catch (cause) {
    const rest = "run pnpm install, pnpm generate and pnpm format";
    throw new Error(`the files are there, but "pnpm ${args.join(" ")}" failed; put that right, then ${rest}`, {
      cause,
    });
  }
}
