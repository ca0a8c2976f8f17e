import { execFile } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { serve } from "@org/emulator/node";
import { describe, expect, test } from "vitest";
import { credentialVariables, curlOf } from "../src/descriptions/curl.ts";
import { operations, serverAddress } from "../src/descriptions/operations.ts";
import { packageFolder } from "./support.ts";

const run = promisify(execFile);

describe.each(operations)("$id", (operation) => {
  test("the call in TypeScript runs and prints something", async () => {
    const { stdout } = await run(process.execPath, [join(packageFolder, `src/calls/${operation.id}.ts`)]);
    expect(stdout.trim()).not.toBe("");
  });

  test("the call by curl is answered by a served emulator with a success", async () => {
    const { url, emulator, close } = await serve();
    const { foundry, agentPlatform, xo } = emulator.credentials;
    const values: Readonly<Record<string, string>> = {
      "foundry-aip-agents": foundry.token,
      "kore-agent-platform": agentPlatform.apiKey,
      "kore-xo": operation.id === "getAccountSessions" ? xo.accountToken : xo.token,
    };
    try {
      const host = new URL(serverAddress(operation.api.document)).origin;
      const command = curlOf(operation).replace(host, url.replace(/\/$/, "")).replace(/^curl/, "curl -s");
      const env = { ...process.env, [credentialVariables[operation.api.name] ?? ""]: values[operation.api.name] };
      await run("bash", ["-c", command], { env });
      expect(emulator.log.map(({ operation: id, status }) => [id, status])).toEqual([[operation.id, 200]]);
    } finally {
      await close();
    }
  });

  test("the errors that its page names are those that the client declares", () => {
    const [file = ""] = globSync(`../${operation.api.name}/src/generated/operations.ts`, { cwd: packageFolder });
    const source = readFileSync(join(packageFolder, file), "utf8");
    const [, own = ""] =
      new RegExp(`export const ${operation.id}Operation: Operation = \\{([^]*?)\\n\\};`).exec(source) ?? [];
    const listed = (name: string): readonly string[] =>
      (new RegExp(`${name}: \\[([^\\]]*)\\]`).exec(own)?.[1] ?? "").match(/[\w:]+/g) ?? [];
    const named = operation.errors.map(({ name }) => name);
    const statuses = operation.errors.map(({ status }) => status);
    expect(listed("errorStatuses").length).toBeGreaterThan(0);
    expect(named).toEqual(expect.arrayContaining([...listed("errorNames")]));
    expect(statuses).toEqual(expect.arrayContaining([...listed("errorStatuses")]));
    expect(named).toContain("RateLimited");
  });
});
