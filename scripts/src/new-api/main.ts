// pnpm new-api <name>: makes the package and the adapter of an API whose description is in specs/<name>, and tells the rest
// of the repository of them. Run again, it leaves files alone that are there.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { findApis, repository } from "../specs/apis.ts";
import { adapterFile } from "./adapter-file.ts";
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
  if (others.length > 0 || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`"${[name, ...others].join(" ")}" is not the name of an API; give one like help-desk`);
  await makeApi(name);
} catch (error) {
  console.error(
    `${error instanceof Error ? error.message : String(error)}\n\nUsage: pnpm new-api <name of a folder in specs/>`,
  );
  process.exitCode = 2;
}

async function makeApi(name: string): Promise<void> {
  const api = findApis().find((candidate) => candidate.name === name);
  if (api === undefined) throw new Error(`there is no specs/${name}/openapi.yaml; write the description first`);
  const facade = read<FacadeManifest>("packages/sessions/package.json");
  const plan = await makePlan(api, facade.name.split("/")[0] ?? "");

  for (const [file, text] of packageFiles(plan)) writeNew(`packages/${name}/${file}`, text);
  const adapter = `packages/sessions/src/${name}.ts`;
  writeNew(adapter, adapterFile(plan));
  wire(plan, facade);

  const made = [`packages/${name}`, adapter, "packages/sessions/package.json", ".changeset"];
  run("install", "--no-frozen-lockfile", "--prefer-offline");
  run("generate");
  run("exec", "prettier", "--write", "--log-level", "warn", ...made);
  console.log(`made packages/${name} and ${adapter}

Left to do:
  1. ${adapter}: the fields of a session, the service's own filters${plan.create ? `, and create by ${plan.create.id}` : ""}
  2. packages/${name}/README.md: what the service is, with a program that runs
  3. a service in packages/emulator/src/${name}, so that programs and tests can meet it
  4. the tables of fields and filters in packages/sessions/README.md`);
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
  const changeset = `---\n"${scope}/${name}": minor\n"${facade.name}": minor\n---\n\nAdd ${name}, a client and a provider.\n`;
  writeNew(`.changeset/add-${name}.md`, changeset);
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
  execFileSync("pnpm", ["--silent", ...args], { cwd: repository, stdio: ["ignore", "ignore", "inherit"] });
}
