import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FaultRule } from "@org/emulator";
import type { Served } from "@org/emulator/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withEmulator } from "../../judges/support/emulator.ts";
import { run } from "../../judges/support/run.ts";
import { textsWithSecrets } from "../../judges/support/secrets.ts";
import type { DriftReport } from "../report.ts";

const program = join(import.meta.dirname, "../main.ts");
let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "live-"))));
afterEach(() => rmSync(folder, { recursive: true }));

type Variables = Readonly<Record<string, string>>;

/** The emulator in the place of the services. */
function variablesOf({ url, emulator }: Served) {
  const { foundry, agentPlatform, xo } = emulator.credentials;
  return {
    foundry: { FOUNDRY_URL: url, FOUNDRY_TOKEN: foundry.token, FOUNDRY_AGENT_RID: foundry.agentRid },
    agentPlatform: {
      KORE_AGENT_PLATFORM_URL: url,
      KORE_AGENT_PLATFORM_API_KEY: agentPlatform.apiKey,
      KORE_AGENT_PLATFORM_APP_ID: agentPlatform.appId,
      KORE_AGENT_PLATFORM_ENV_NAME: agentPlatform.envName,
    },
    xo: {
      KORE_XO_URL: url,
      KORE_XO_CLIENT_ID: xo.clientId,
      KORE_XO_CLIENT_SECRET: xo.clientSecret,
      KORE_XO_BOT_ID: xo.botId,
      KORE_XO_ACCOUNT_CLIENT_ID: xo.accountClientId,
      KORE_XO_ACCOUNT_CLIENT_SECRET: xo.accountClientSecret,
    },
  };
}

interface LiveRun {
  readonly code: number | null;
  readonly output: string;
  readonly report: DriftReport | undefined;
  /** Everything that a reader could get hold of. */
  readonly texts: Readonly<Record<string, string>>;
}

async function live(variables: Variables, ...args: string[]): Promise<LiveRun> {
  const env = { PATH: process.env["PATH"], HOME: folder, ...variables };
  const options = { cwd: folder, env, timeoutMs: 100_000 };
  const { code, stdout, stderr } = await run(process.execPath, [program, "--out", folder, ...args], options);
  const read = (name: string): string => {
    try {
      return readFileSync(join(folder, name), "utf8");
    } catch {
      return "";
    }
  };
  const [json, markdown] = [read("drift.json"), read("drift.md")];
  const report = json === "" ? undefined : (JSON.parse(json) as DriftReport);
  return { code, output: stdout + stderr, report, texts: { stdout, stderr, json, markdown } };
}

/** Every text in the emulator that a person has written or that names one, and every credential. */
function confidentialIn({ emulator }: Served): readonly string[] {
  const { foundry, agentPlatform, xo } = emulator.credentials;
  const credentials = [foundry.token, agentPlatform.apiKey, xo.clientSecret, xo.accountClientSecret, "eyJhbGciOi"];
  const wires = (["foundry", "agent-platform", "xo"] as const).flatMap((api) => emulator.sessions(api));
  const personal = wires.flatMap(({ id, wire }) => {
    const { userId, metadata } = wire as { readonly userId?: string; readonly metadata?: { readonly title: string } };
    return [id, userId ?? [], metadata?.title ?? []].flat();
  });
  return [...credentials, ...new Set(personal)];
}

const entriesOf = ({ report }: LiveRun) => report?.services.flatMap(({ entries }) => entries) ?? [];

describe("without what it needs", { timeout: 60_000 }, () => {
  test("says which variables each service needs, and ends with 2", async () => {
    const { code, output } = await live({});
    expect(code).toBe(2);
    for (const name of ["FOUNDRY_TOKEN", "KORE_AGENT_PLATFORM_API_KEY", "KORE_XO_CLIENT_SECRET", "KORE_XO_BOT_ID"])
      expect(output).toContain(name);
    // What has a default is not missing.
    expect(output).not.toContain("KORE_XO_URL");
  });

  test.each([
    ["an address that is none", { FOUNDRY_URL: "acme" }, "FOUNDRY_URL must be an address"],
    ["an address that anybody can listen to", { FOUNDRY_URL: "http://acme.example" }, "https://"],
  ])("refuses %s", async (_, change, message) => {
    const { code, output } = await live({ FOUNDRY_TOKEN: "t", FOUNDRY_AGENT_RID: "a", ...change });
    expect([code, output]).toEqual([2, expect.stringContaining(message)]);
  });

  test("refuses an option that it does not know", async () => {
    expect(await live({}, "--creat")).toMatchObject({ code: 2, output: expect.stringContaining("Usage:") });
  });
});

describe("with the emulator in the place of the services", { timeout: 120_000 }, () => {
  test("finds no drift, creates nothing, and tells neither a credential nor a person's data", async () => {
    await withEmulator(async (served) => {
      const { foundry, agentPlatform, xo } = variablesOf(served);
      const before = { ...served.emulator.stored };
      const confidential = confidentialIn(served);
      const ran = await live({ ...foundry, ...agentPlatform, ...xo });
      expect(ran).toMatchObject({
        code: 0,
        output: expect.stringContaining("create-and-find, which sends createSession"),
      });
      expect(entriesOf(ran)).toEqual([]);
      expect(ran.report?.services.map(({ exchanges }) => exchanges > 10)).toEqual([true, true, true]);
      expect({ ...served.emulator.stored }).toEqual(before);
      expect(textsWithSecrets(ran.texts, confidential)).toEqual([]);
    });
  });

  test("asks the services that it can, and names the others", async () => {
    await withEmulator(async (served) => {
      const { KORE_XO_CLIENT_SECRET, ...half } = variablesOf(served).xo;
      expect(KORE_XO_CLIENT_SECRET).not.toBe("");
      const ran = await live({ ...half, ...variablesOf(served).foundry });
      expect(ran.code).toBe(0);
      expect(ran.report?.services.map(({ service }) => service)).toEqual(["foundry-aip-agents"]);
      expect(ran.report?.notAsked).toContainEqual({ service: "kore-xo", unset: ["KORE_XO_CLIENT_SECRET"] });
    });
  });

  test("sends nothing in a dry run, and says what would be created", async () => {
    await withEmulator(async (served) => {
      const ran = await live(variablesOf(served).foundry, "--dry-run", "--create");
      expect(ran).toMatchObject({ code: 0, report: undefined });
      expect(ran.output).toContain("MAY CREATE: create-and-find sends createSession");
      expect(served.emulator.log).toEqual([]);
    });
  });

  test("creates when it is told to, once it has said so", async () => {
    await withEmulator(async (served) => {
      const before = served.emulator.stored.agentPlatform;
      const ran = await live(variablesOf(served).agentPlatform, "--create");
      expect(ran.code).toBe(0);
      expect(served.emulator.stored.agentPlatform).toBe(before + 1);
      expect(ran.output.indexOf("MAY CREATE")).toBeGreaterThan(0);
      expect(ran.output.indexOf("MAY CREATE")).toBeLessThan(ran.output.indexOf("# Drift"));
    });
  });

  const canary = "canary-of-a-person";
  const faults: readonly (readonly [string, FaultRule, object])[] = [
    [
      "a value of another type, without the value",
      { operation: "listSessions", fault: { kind: "edit", set: { "/data/*/metadata/messageCount": canary } } },
      {
        severity: "deviation",
        operation: "listSessions",
        kind: "invalid-body",
        place: "/response/body/data/*/metadata/messageCount",
        found: "a string",
      },
    ],
    [
      "a status that is not described",
      { operation: "getSession", fault: { kind: "answer", status: 418, body: canary } },
      { severity: "deviation", operation: "getSession", kind: "undocumented-status", found: "418" },
    ],
    [
      "an answer that repeats the credential",
      { fault: { kind: "echo-credential", status: 400 } },
      { severity: "deviation", operation: "listSessions", kind: "success criteria check" },
    ],
  ];
  test.each(faults)("reports %s", async (_, fault, expected) => {
    await withEmulator(async (served) => {
      served.emulator.faults.add(fault);
      const ran = await live(variablesOf(served).foundry);
      expect(ran.code).toBe(1);
      expect(entriesOf(ran)).toContainEqual(expect.objectContaining(expected));
      expect(textsWithSecrets(ran.texts, [canary, ...confidentialIn(served)])).toEqual([]);
    });
  });

  test("reports what the description leaves room for as news, which is no deviation", async () => {
    await withEmulator(async (served) => {
      const set = { "/sessions/*/status": "paused", "/sessions/*/mood": canary };
      served.emulator.faults.add({ operation: "listAppSessions", fault: { kind: "edit", set } });
      const ran = await live(variablesOf(served).agentPlatform);
      expect(ran.code).toBe(0);
      expect(entriesOf(ran)).toContainEqual(
        expect.objectContaining({
          severity: "news",
          kind: "unlisted value",
          place: "/sessions/*/status",
          found: '"paused"',
        }),
      );
      expect(entriesOf(ran)).toContainEqual(
        expect.objectContaining({ severity: "news", kind: "unlisted field", place: "/sessions/*/mood" }),
      );
      expect(textsWithSecrets(ran.texts, [canary])).toEqual([]);
    });
  });
});
