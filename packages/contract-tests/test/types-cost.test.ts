import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProgramFolder } from "../types/support/compile.js";

const provider = `
import { createFoundryAipAgents } from "@org/foundry-aip-agents";
const foundry = createFoundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token: "token" } });
const agentRid = "ri.aip-agents..agent.1";
`;
const raw = `${provider}
import { rawClient } from "@org/foundry-aip-agents/raw";
const params = { path: { agentRid }, query: { preview: true } };
`;
const facade = `
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
const sessions = createSessions({
  support: foundryAipAgents({ baseUrl: "https://acme.palantirfoundry.com", auth: { token: "token" }, agentRid: "ri.1" }),
  shop: koreAgentPlatform({ auth: { apiKey: "key" }, appId: "aa-1", envName: "production" }),
  ivr: koreXo({ auth: { jwt: "jwt" }, botId: "st-1" }),
});
`;

/** Programs by what they do; those that are wrong are wrong in one word. */
const programs = {
  "nothing at all": "export {};",
  "a provider's call": `${provider} await foundry.createSession({ agentRid, agentVersion: "1.0" });`,
  "a provider's call, misspelt": `${provider} await foundry.createSession({ agentRid, agentVerison: "1.0" });`,
  "a provider's method, misspelt": `${provider} await foundry.creatSession({ agentRid, agentVersion: "1.0" });`,
  "a provider's error, narrowed": `${provider}
    const result = await foundry.createSession.safe({ agentRid });
    if (!result.ok && result.error.name === "AgentNotFound") result.error.parameters.agentRid.toUpperCase();`,
  "a call through openapi-fetch": `${raw}
    await rawClient(foundry).GET("/v2/aipAgents/agents/{agentRid}/sessions", { params });`,
  "a call through openapi-fetch, misspelt": `${raw}
    await rawClient(foundry).GET("/v2/aipAgents/agent/{agentRid}/sessions", { params });`,
  "the facade's call": `${facade} await sessions.support.create({ agentVersion: "1.0" });`,
  "the facade's call, misspelt": `${facade} await sessions.support.create({ agentVerison: "1.0" });`,
  "the facade's method, misspelt": `${facade} await sessions.support.creat({ agentVersion: "1.0" });`,
  "the facade's method that is not there": `${facade} await sessions.ivr.create({});`,
  "the facade's listing of all, narrowed": `${facade}
    for await (const session of sessions.all.list({ since: "2026-02-01" })) {
      if (session.kind === "kore-xo") session.raw.botId.toUpperCase();
    }`,
} as const;
type Program = keyof typeof programs;
const names = Object.keys(programs) as Program[];

const fileOf = (name: Program): string => `${name.replaceAll(/\W+/g, "-")}.ts`;
const folder = new ProgramFolder(Object.fromEntries(names.map((name) => [fileOf(name), programs[name]])));
afterAll(() => folder.remove());

const cost = new Map<Program, number>();
const costOf = (name: Program): number => cost.get(name) ?? Number.NaN;

/**
 * Type instantiations of a program: what its own lines make the compiler work out. Declarations are not checked
 * (`skipLibCheck`), as in nearly every project; one thread, because each would instantiate for itself.
 */
async function measure(name: Program): Promise<number> {
  const { diagnostics, output } = await folder.compile({
    files: [fileOf(name)],
    options: { module: "nodenext", skipLibCheck: true },
    flags: ["--extendedDiagnostics", "--singleThreaded"],
  });
  const isWrong = /misspelt|not there/.test(name);
  if (isWrong !== diagnostics.length > 0) throw new Error(`${name}: ${output}`);
  return Number(/^Instantiations:\s+(\d+)$/m.exec(output)?.[1] ?? Number.NaN);
}

beforeAll(async () => {
  for (const name of names) cost.set(name, await measure(name));
  const rows = names.map((name) => `${String(costOf(name)).padStart(8)}  ${name}`);
  process.stdout.write(`\nType instantiations of\n${rows.join("\n")}\n\n`);
}, 60_000);

const beyondEmpty = (name: Program): number => costOf(name) - costOf("nothing at all");

describe("type cost", () => {
  test.each(["a provider's call", "a provider's error, narrowed"] as const)("of %s is under 100", (name) => {
    expect(beyondEmpty(name)).toBeLessThan(100);
  });

  test.each(["the facade's call", "the facade's listing of all, narrowed"] as const)(
    "of %s, three providers with it, is under 500",
    (name) => {
      expect(beyondEmpty(name)).toBeLessThan(500);
    },
  );

  test.each([
    ["a provider's call, misspelt", "a provider's call"],
    ["a provider's method, misspelt", "a provider's call"],
    ["the facade's call, misspelt", "the facade's call"],
    ["the facade's method, misspelt", "the facade's call"],
    ["the facade's method that is not there", "the facade's call"],
  ] as const)("of %s is hardly more than of %s", (wrong, right) => {
    expect(costOf(wrong)).toBeLessThanOrEqual(costOf(right) + 100);
  });

  test("of openapi-fetch's own call is what the methods spare their users", () => {
    expect(beyondEmpty("a call through openapi-fetch")).toBeGreaterThan(10 * beyondEmpty("a provider's call"));
  });
});
