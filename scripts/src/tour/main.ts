// The main job, end to end: descriptions linted, packages generated, and the facade at work on all three services of the
// emulator, over http. Ends with a non-zero code if anything is off. `--serve` keeps the emulator up.
import { spawnSync } from "node:child_process";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { greeting, serve } from "@org/emulator/node";
import { bodyOf, fact, outcome, table } from "./show.ts";
import { connect, steps } from "./steps.ts";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const { serve: keepServing, port } = readOptions();

const lint = run("scripts/src/specs/lint.ts");
console.log(
  fact("Descriptions", `${lint.match(/3\.1 clean/g)?.length ?? 0} lint clean, as OpenAPI 3.1 and converted to 3.0.3`),
);
console.log(fact("Packages", run("scripts/src/generate/main.ts", "--check").trim()));

const { url, emulator, close } = await serve({ port: keepServing ? port : 0 }).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE") throw error;
  console.error(`Port ${port} is in use: name another one, as in npm start -- --serve --port 4011`);
  process.exit(2);
});
console.log(fact("Emulator", `${Object.values(emulator.stored).join(" + ")} sessions at ${url}\n`));
try {
  await tour();
} catch (error) {
  await close();
  throw error;
}
if (keepServing) {
  console.log(greeting(url, emulator));
  console.log("Stop it with Ctrl+C.");
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void close());
} else {
  await close();
  console.log("Next: npm start -- --serve keeps the emulator up; README.md goes on from here.");
}

async function tour(): Promise<void> {
  const sessions = connect(url, emulator);
  console.log(bodyOf(steps.create));
  const created = await steps.create(sessions);
  for (const { ref } of created) console.log(outcome(`created ${ref}`));

  console.log(`\n${bodyOf(steps.get)}`);
  const found = await steps.get(sessions, created);
  for (const { ref, kind } of found) console.log(outcome(`${kind} gave ${ref}`));

  console.log(`\n${bodyOf(steps.list)}`);
  const listed = await steps.list(sessions, new Date(Date.now() - 3 * 24 * 60 * 60 * 1000));
  console.log(table(listed));
  const providers = new Set(listed.map(({ provider }) => provider));
  if (providers.size !== 3)
    throw new Error(`expected sessions of three providers, got those of ${[...providers].join(", ") || "none"}`);

  console.log(`\n${bodyOf(steps.fail)}`);
  const { error, agentRid } = await steps.fail(sessions);
  if (error === undefined || agentRid === undefined) throw new Error("expected AgentNotFound", { cause: error });
  console.log(outcome(`${error.name}, ${error.outcome}: there is no agent ${agentRid}\n`));
}

function run(script: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: "utf8" });
  if (status === 0) return stdout;
  process.stderr.write(stdout + stderr);
  process.exit(1);
}

function readOptions(): { readonly serve: boolean; readonly port: number } {
  try {
    const { values } = parseArgs({
      options: { serve: { type: "boolean", default: false }, port: { type: "string", default: "4010" } },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`--port must be a number from 0 to 65535, not "${values.port}"`);
    return { serve: values.serve, port };
  } catch (error) {
    console.error(
      `${error instanceof Error ? error.message : String(error)}\nUsage: npm start -- [--serve] [--port 4010]`,
    );
    process.exit(2);
  }
}
