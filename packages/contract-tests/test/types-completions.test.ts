import { afterAll, expect, test } from "vitest";
import { ProgramFolder } from "../types/support/compile.js";
import { completionsIn } from "../types/support/completions.js";
import { readPrograms } from "../types/support/programs.js";

/** Unfinished programs, with a mark where somebody is writing. */
const unfinished = {
  "channel.ts": `import { xo } from "./programs/clients.js";
for await (const session of xo.listSessions({ since: "2026-02-01" })) if (session.channel === "/*here*/") break;`,
  "containment.ts": `import { xo } from "./programs/clients.js";
xo.getBotSessions({ botId: "st-1", containmentType: "/*here*/" });`,
  "identity.ts": `import { sessions } from "./programs/facade-of-three.js";
await sessions.shop.create({ sessionIdentity: [{ type: "/*here*/", value: "1" }] });`,
  "error-name.ts": `import { foundry } from "./programs/clients.js";
const result = await foundry.listSessions.page({ agentRid: "ri.1" }).catch((error: unknown) => error);
if (foundry.listSessions.isError(result) && result.name === "/*here*/") throw result;`,
  "input.ts": `import { foundry } from "./programs/clients.js";
await foundry.createSession({ /*here*/ });`,
  "providers.ts": `import { sessions } from "./programs/facade-of-three.js";
sessions./*here*/`,
  "xo.ts": `import { sessions } from "./programs/facade-of-three.js";
sessions.ivr./*here*/`,
  "support.ts": `import { sessions } from "./programs/facade-of-three.js";
sessions.support./*here*/`,
} as const;
type Program = keyof typeof unfinished;
const names = Object.keys(unfinished) as Program[];

const folder = new ProgramFolder({ ...readPrograms(), ...unfinished });
afterAll(() => folder.remove());
const completions = completionsIn(names.map((name) => folder.pathOf(name)));
const offeredIn = (name: Program): readonly string[] => [...(completions.get(folder.pathOf(name)) ?? [])].sort();

test("an open set of a response still offers its documented values", () => {
  expect(offeredIn("channel.ts")).toEqual(
    "api email facebook kore korevg msteams rtm skype skypeforbusiness slack sms twitter".split(" "),
  );
  expect(offeredIn("identity.ts")).toEqual(["sessionId", "sessionIdentity", "sessionReference", "userReference"]);
});

test("a closed set of a request offers its values, and no other", () => {
  expect(offeredIn("containment.ts")).toEqual(["agent", "dropOff", "selfService"]);
});

test("a comparison with an error's name offers the names of that operation", () => {
  const offered = offeredIn("error-name.ts");
  expect(offered).toEqual(
    expect.arrayContaining(["AgentNotFound", "InvalidPageSize", "RateLimited", "PaginationError"]),
  );
  expect(offered).not.toContain("SessionNotFound");
});

test("an input offers its fields, and nothing of how they travel", () => {
  expect(offeredIn("input.ts")).toEqual(["agentRid", "agentVersion", "preview"]);
});

test("the facade offers its providers, and of each what its service can do", () => {
  expect(offeredIn("providers.ts")).toEqual(["all", "ivr", "shop", "support"]);
  expect(offeredIn("xo.ts")).toEqual(["client", "get", "list"]);
  expect(offeredIn("support.ts")).toEqual(["client", "create", "get", "list"]);
});
