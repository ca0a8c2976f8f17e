import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { clientCredentials } from "@org/foundry-aip-agents/oauth";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo } from "@org/kore-xo";
import { isConfigurationError } from "@org/runtime";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import { describe, expect, test } from "vitest";
import { tallyOf } from "../contract/support/tally.js";

const tally = tallyOf("bad-input");

/** Anything, as JavaScript that no compiler has seen would use it. */
interface Untyped {
  (...args: readonly unknown[]): unknown;
  readonly [name: string]: Untyped;
}
const js = (value: unknown): Untyped => value as Untyped;

/** What was sent, over all clients of this file. */
const sent: unknown[] = [];
const fetch = async (...request: unknown[]): Promise<Response> => {
  sent.push(request);
  return Response.json({});
};

/** What an attempt fails with, whether it throws, rejects, or gives the failure as a value. */
async function problemOf(attempt: () => unknown): Promise<unknown> {
  try {
    const outcome = await attempt();
    if (typeof outcome !== "object" || outcome === null) return undefined;
    if ("error" in outcome) return outcome.error;
    if (!(Symbol.asyncIterator in outcome)) return undefined;
    let last: unknown;
    for await (const item of outcome as AsyncIterable<unknown>) last = item;
    return typeof last === "object" && last !== null && "error" in last ? last.error : undefined;
  } catch (thrown) {
    return thrown;
  }
}

async function expectRefusal(attempt: () => unknown, field: string, words: string | RegExp): Promise<void> {
  const before = sent.length;
  const problem = await problemOf(attempt);
  expect(isConfigurationError(problem) ? problem.field : problem).toBe(field);
  expect(problem).toMatchObject({ outcome: "notSent", attempts: [] });
  const { message } = problem as Error;
  expect(message.startsWith(`${field}: `)).toBe(true);
  expect(message).toMatch(words);
  expect(message).not.toMatch(/hunter2|undefined is not|cannot read/i);
  expect(sent).toHaveLength(before);
}

const agentRid = "ri.aip-agents..agent.732cd5b4-7ca7-4219-aabb-6e976faf63b1";
const place = { appId: "aa-1", envName: "production" };
const foundryOptions = { baseUrl: "https://acme.example", auth: { token: "hunter2" }, fetch };
const appOptions = { baseUrl: "https://acme.example", auth: { apiKey: "hunter2" }, fetch };
const xoOptions = {
  baseUrl: "https://acme.example",
  auth: { clientId: "cs-1", clientSecret: "hunter2" },
  fetch,
};

const makers: Record<string, { readonly make: Untyped; readonly options: object; readonly secret: string }> = {
  createFoundryAipAgents: { make: js(createFoundryAipAgents), options: foundryOptions, secret: "token" },
  createKoreAgentPlatform: { make: js(createKoreAgentPlatform), options: appOptions, secret: "apiKey" },
  createKoreXo: { make: js(createKoreXo), options: { ...xoOptions, auth: { jwt: "hunter2" } }, secret: "jwt" },
  foundryAipAgents: { make: js(foundryAipAgents), options: { ...foundryOptions, agentRid }, secret: "token" },
  koreAgentPlatform: { make: js(koreAgentPlatform), options: { ...appOptions, ...place }, secret: "apiKey" },
  koreXo: { make: js(koreXo), options: { ...xoOptions, auth: { jwt: "hunter2" }, botId: "st-1" }, secret: "jwt" },
};

describe.each(Object.entries(makers))("%s refuses", (_, { make, options, secret }) => {
  test("nothing of what is right", () => {
    expect(() => make(options)).not.toThrow();
  });

  test.each([
    ["nothing at all", undefined],
    ["null", null],
    ["options without auth", { ...options, auth: undefined }],
    ["a bare token in place of auth", { ...options, auth: "hunter2" }],
    ["null in place of auth", { ...options, auth: null }],
  ])("%s", async (_, given) => {
    await expectRefusal(() => make(given), "auth", /give \{/);
  });

  test.each([
    ["no credential", undefined, /missing/],
    ["an empty credential", "", /empty/],
    ["a blank credential", " \t", /empty/],
    ["a credential with a line break", "hunter2\nX-Evil: 1", /line breaks/],
    ["a credential with a blank", "Bearer hunter2", /spaces/],
    ["a number for a credential", 7, /missing|not a string/],
  ])("%s", async (_, credential, words) => {
    await expectRefusal(() => make({ ...options, auth: { [secret]: credential } }), `auth.${secret}`, words);
  });

  test.each([
    ["an empty base URL", "", /missing; give the address/],
    ["a blank base URL", "  ", /missing; give the address/],
    ["a scheme alone", "https://", /write it like/],
    ["a URL with a blank", "https://ac me.example", /write it like/],
    ["a scheme with one slash", "https:/acme.example", /write it like/],
    ["a scheme without a colon", "https//acme.example", /write it like/],
    ["another scheme", "ftp://acme.example", /only https/],
    ["http to another host", "http://acme.example", /use https, or set allowInsecure/],
    ["http to what only looks like loopback", "http://localhost.acme.example", /use https/],
    ["http to an address of the local network", "http://192.168.0.1", /use https/],
    ["a URL with a password", "https://me:hunter2@acme.example", /belong to `auth`/],
    ["a URL with a query", "https://acme.example?tenant=1", /query/],
  ])("%s", async (_, baseUrl, words) => {
    await expectRefusal(() => make({ ...options, baseUrl }), "baseUrl", words);
  });

  test.each([
    ["timeoutMs", { timeoutMs: 0 }, /above 0/],
    ["timeoutMs", { timeoutMs: "5s" }, /above 0/],
    ["totalTimeoutMs", { totalTimeoutMs: -1 }, /above 0/],
    ["totalTimeoutMs", { totalTimeoutMs: Number.NaN }, /above 0/],
    ["maxResponseBytes", { maxResponseBytes: 0 }, /above 0/],
    ["retries", { retries: 5 }, /did you mean retry\?/],
    ["timeout", { timeout: 5000 }, /did you mean timeoutMs\?/],
    ["maxRetries", { maxRetries: 0 }, /did you mean retry\?/],
    ["baseURL", { baseURL: "https://acme.example" }, /did you mean baseUrl\?/],
    ["signal", { signal: AbortSignal.abort() }, /takes .*headers/],
    ["clock", { clock: Date }, /a clock/],
    ["retry.retries", { retry: { retries: 5 } }, /takes maxAttempts/],
    ["retry.maxAttempts", { retry: { maxAttempts: 0 } }, /above 0/],
    ["retry.maxAttempts", { retry: { maxAttempts: 1.5 } }, /whole number/],
    ["headers", { headers: { "X Y": "1" } }, /header name/],
    ["headers.X-Note", { headers: { "X-Note": "a\r\nb" } }, /line break/],
  ])("%s: %o", async (field, wrong, words) => {
    await expectRefusal(() => make({ ...options, ...wrong }), field, words);
  });
});

describe("a provider's own options", () => {
  const xo = js(createKoreXo);
  const { auth } = xoOptions;
  test.each([
    ["baseUrl", () => js(createFoundryAipAgents)({ ...foundryOptions, baseUrl: undefined }), /missing; give/],
    ["agentRid", () => js(foundryAipAgents)(foundryOptions), /missing or empty; it looks like/],
    ["agentRid", () => js(foundryAipAgents)({ ...foundryOptions, agentRid: "" }), /missing or empty; it looks like/],
    ["appId", () => js(koreAgentPlatform)({ ...appOptions, envName: "production" }), /missing or empty/],
    ["envName", () => js(koreAgentPlatform)({ ...appOptions, ...place, envName: "" }), /missing or empty/],
    ["botId", () => js(koreXo)({ ...xoOptions, botId: "" }), /leave it out/],
    ["botId", () => js(koreXo)({ ...xoOptions, botId: 7 }), /leave it out/],
    ["auth.clientId", () => xo({ ...xoOptions, auth: {} }), /missing or empty/],
    ["auth.clientId", () => xo({ ...xoOptions, auth: { ...auth, clientId: "" } }), /missing or empty/],
    ["auth.clientSecret", () => xo({ ...xoOptions, auth: { clientId: "cs-1" } }), /missing or empty/],
    ["auth.clientSecret", () => xo({ ...xoOptions, auth: { ...auth, clientSecret: " " } }), /missing or empty/],
    ["auth.ttlMs", () => xo({ ...xoOptions, auth: { ...auth, ttlMs: 1000 } }), /at least 60000/],
    ["auth.ttl", () => xo({ ...xoOptions, auth: { ...auth, ttl: 60_000 } }), /did you mean ttlMs\?/],
    ["auth.claims", () => xo({ ...xoOptions, auth: { ...auth, claims: "iss" } }), /an object/],
    ["auth.clientId", () => js(clientCredentials)(undefined), /missing or empty/],
    [
      "auth.scope",
      () => js(clientCredentials)({ clientId: "c", clientSecret: "hunter2", scope: "read" }),
      /did you mean scopes\?/,
    ],
    ["auth.clientSecret", () => js(clientCredentials)({ clientId: "c", clientSecret: "" }), /missing or empty/],
  ])("%s", async (field, attempt, words) => {
    await expectRefusal(attempt, field, words);
  });
});

const foundry = js(createFoundryAipAgents(foundryOptions));
const app = js(createKoreAgentPlatform(appOptions));
const xo = js(createKoreXo(xoOptions));
const span = { dateFrom: "2026-02-01", dateTo: "2026-02-08" };
const week = { botId: "st-1", ...span };
const session = { agentRid, sessionRid: "ri.aip-agents..session.1" };
const range = { botId: "st-1", since: "2026-01-01", until: "2026-02-01" };

/** `[client, method, field, input, words]`; a listing is tried in all its styles. */
const inputs: readonly (readonly [Untyped, string, string, unknown, RegExp])[] = [
  [foundry, "createSession", "input.agentRid", undefined, /missing; it must be a non-empty string/],
  [foundry, "createSession", "input", "ri.agent", /must be an object with agentRid/],
  [foundry, "createSession", "input.agentRid", { agentRid: "" }, /non-empty string, not an empty string/],
  [foundry, "createSession", "input.agentRid", { agentRid: "." }, /no URL can carry it/],
  [foundry, "createSession", "input.agentRid", { agentRid: ".." }, /no URL can carry it/],
  [foundry, "createSession", "input.agentRid", { agentRid: null }, /non-empty string, not null/],
  [foundry, "createSession", "input.agentRid", { agentRid: "\ud800" }, /well-formed/],
  [foundry, "createSession", "input.agentVersion", { agentRid, agentVersion: 2 }, /a string, not 2/],
  [foundry, "createSession", "input.version", { agentRid, version: "1.0" }, /takes agentRid, preview, agentVersion/],
  [foundry, "getSession", "input.sessionRid", { agentRid }, /missing/],
  [foundry, "getSession", "input.sessionRid", { ...session, sessionRid: ".." }, /no URL can carry it/],
  [foundry, "getSession", "input.preview", { ...session, preview: "true" }, /a boolean/],
  [foundry, "listSessions", "input.pageSize", { agentRid, pageSize: 0 }, /whole number of at least 1, not 0/],
  [foundry, "listSessions", "input.pageSize", { agentRid, pageSize: 2.5 }, /whole number/],
  [foundry, "listSessions", "input.pageSize", { agentRid, pageSize: "10" }, /whole number/],
  [foundry, "listSessions", "input.pageToken", { agentRid, pageToken: "" }, /non-empty/],
  [foundry, "listSessions", "input.limit", { agentRid, limit: 10 }, /takes agentRid, preview, pageSize, pageToken/],

  [app, "createAppSession", "input.appId", undefined, /missing/],
  [app, "createAppSession", "input.sessionIdentity", place, /missing; it must be an array of at least 1 items/],
  [app, "createAppSession", "input.sessionIdentity", { ...place, sessionIdentity: [] }, /at least 1/],
  [app, "createAppSession", "input.sessionIdentity", { ...place, sessionIdentity: { type: "a", value: "b" } }, /array/],
  [
    app,
    "createAppSession",
    "input.sessionIdentity[1].value",
    { ...place, sessionIdentity: [{ type: "userReference", value: "u" }, { type: "sessionReference" }] },
    /missing/,
  ],
  [
    app,
    "createAppSession",
    "input.sessionIdentity[0].typ",
    { ...place, sessionIdentity: [{ typ: "userReference", value: "u" }] },
    /takes type, value/,
  ],
  [app, "createAppSession", "input.envName", { ...place, envName: "..", sessionIdentity: [] }, /no URL can carry it/],
  [app, "listAppSessions", "input.appId", { ...place, appId: "." }, /no URL can carry it/],
  [app, "listAppSessions", "input.offset", { ...place, offset: -1 }, /at least 0, not -1/],
  [app, "listAppSessions", "input.limit", { ...place, limit: 10 }, /takes appId, envName/],
  [app, "listAppSessions", "input.date.end", { ...place, date: { start: "2025-02-17" } }, /missing/],
  [app, "listAppSessions", "input.date.end", { ...place, date: { start: "2025-02-18", end: "2025-02-17" } }, /before/],
  [app, "listAppSessions", "input.filters", { ...place, filters: "idle" }, /array/],

  [xo, "getBotSessions", "input.botId", {}, /missing/],
  [xo, "getBotSessions", "input.botId", { botId: ".." }, /no URL can carry it/],
  [xo, "getBotSessions", "input.limit", { botId: "st-1", limit: 0 }, /at least 1, not 0/],
  [xo, "getBotSessions", "input.skip", { botId: "st-1", skip: -1 }, /at least 0/],
  [xo, "getBotSessions", "input.containmentType", { botId: "st-1", containmentType: "selfservice" }, /"selfService"/],
  [xo, "getBotSessions", "input.sessionType", { botId: "st-1", sessionType: "both" }, /"interactive"/],
  [xo, "getBotSessions", "input.sessionId", { botId: "st-1", sessionId: Array(51).fill("s") }, /1 to 50 items/],
  [xo, "getBotSessions", "input.dateFrom", { botId: "st-1", dateFrom: "yesterday" }, /such as "2019-04-01"/],
  [xo, "getBotSessions", "input.dateFrom", { botId: "st-1", dateFrom: "2026-02-30" }, /must be a date/],
  [xo, "getBotSessions", "input.dateTo", week, /less than 7 days.*listSessions takes a range of any length/],
  [xo, "getBotSessions", "input.dateTo", { ...week, dateTo: "2026-03-08T00:00:00.000Z" }, /less than 7 days/],
  [xo, "getBotSessions", "input.dateTo", { ...week, dateTo: "2026-01-31" }, /must not be before input.dateFrom/],
  [xo, "getAccountSessions", "input.dateTo", span, /less than 7 days/],
  [xo, "getAccountSessions", "input.botId", { botId: "st-1" }, /takes containmentType/],
  [xo, "listSessions", "input", undefined, /must be an object with botId, since/],
  [xo, "listSessions", "input.since", {}, /such as "2026-02-11"/],
  [xo, "listSessions", "input.since", { ...range, since: "2026-02-01" }, /before input.until/],
  [xo, "listSessions", "input.since", { since: "2999-01-01" }, /in the past/],
  [xo, "listSessions", "input.since", { since: "2026-02-30" }, /such as/],
  [xo, "listSessions", "input.since", { since: new Date(-8.64e15), until: new Date(0) }, /years 1 to 9999/],
  [xo, "listSessions", "input.until", { ...range, until: new Date(8.64e15) }, /years 1 to 9999/],
  [xo, "listSessions", "input.until", { ...range, until: 1_770_000_000_000 }, /or a Date, not/],
  [xo, "listSessions", "input.dateFrom", { ...range, dateFrom: "2026-01-01" }, /takes botId, since, until/],
  [xo, "listSessions", "input.limit", { ...range, limit: 0 }, /at least 1/],
  [xo, "listSessions", "input.botId", { ...range, botId: "." }, /no URL can carry it/],
  [xo, "listSessions", "input.containmentType", { ...range, containmentType: "Agent" }, /"agent"/],
  [xo, "lookUpSessions", "input", undefined, /must be an object with botId, ids/],
  [xo, "lookUpSessions", "input.ids", {}, /at least one session id/],
  [xo, "lookUpSessions", "input.ids", { ids: [] }, /at least one session id/],
  [xo, "lookUpSessions", "input.ids", { ids: "6465cf6e4769ed4e822b82a1" }, /must be an array/],
  [xo, "lookUpSessions", "input.ids[1]", { ids: ["6465cf6e4769ed4e822b82a1", ""] }, /non-empty/],
  [xo, "lookUpSessions", "input.sessionId", { ids: ["a"], sessionId: ["a"] }, /takes botId, ids/],
];

/** The operation that a method calls; those that XO's client adds call the one of the bot or that of the account. */
function placeOf(
  client: Untyped,
  method: string,
  input: unknown,
): { readonly api: string; readonly operation: string } {
  if (client !== xo)
    return { api: client === foundry ? "foundry-aip-agents" : "kore-agent-platform", operation: method };
  const ofBot = (input as { readonly botId?: string } | undefined)?.botId !== undefined;
  const called = ofBot ? "getBotSessions" : "getAccountSessions";
  return { api: "kore-xo", operation: method.startsWith("get") ? method : called };
}

describe("an input is refused in every style of the method", () => {
  test.each(inputs.map(([client, method, field, input, words]) => ({ method, field, input, client, words })))(
    "$method, $field: $input",
    async ({ client, method, field, input, words }) => {
      const operation = client[method];
      for (const style of [operation, operation?.["safe"], operation?.["page"]]) {
        if (style !== undefined) await expectRefusal(() => style(input), field, words);
      }
      const problem = await problemOf(() => operation?.["safe"]?.(input));
      expect(operation?.["isError"]?.(problem)).toBe(true);
      tally.count({
        ...placeOf(client, method, input),
        direction: "client -> description",
        judge: "refused locally",
      });
    },
  );
});

describe("the options of a call are refused like those of a client", () => {
  test.each([
    ["timeoutMs", { timeoutMs: 0 }],
    ["totalTimeoutMs", { totalTimeoutMs: "1" }],
    ["retry.maxAttempts", { retry: { maxAttempts: -1 } }],
    ["abortSignal", { abortSignal: AbortSignal.abort() }, /did you mean signal\?/],
    ["fetch", { fetch }, /unknown/],
    ["headers.Authorization", { headers: { Authorization: "Bearer hunter2" } }],
  ])("%s", async (field, options, words = /above 0|auth/) => {
    await expectRefusal(() => foundry["getSession"]?.(session, options), field, words);
    await expectRefusal(() => foundry["listSessions"]?.({ agentRid }, options), field, words);
  });

  describe.each([
    ["Foundry", "listSessions", (resume: string) => foundry["listSessions"]?.({ agentRid }, { resume })],
    ["XO", "listXoSessions", (resume: string) => xo["listSessions"]?.(range, { resume })],
  ] as const)("resume of %s", (_, id, list) => {
    test.each([
      ["garbage", /use the `next` of a page/],
      ["", /use the `next` of a page/],
      [btoa("null"), /use the `next` of a page/],
      [btoa(`{"o":"${id}","i":"x"}`), /use the `next` of a page/],
      [btoa('{"o":"other","i":"x","p":1}'), /belongs to another operation/],
      [btoa(`{"o":"${id}","i":"x","p":"t"}`), /another input/],
    ])("%s", async (resume, words) => {
      await expectRefusal(() => list(resume), "resume", words);
    });
  });

  test("max", async () => {
    for (const max of [-1, Number.NaN, "many"]) {
      await expectRefusal(() => js(foundry["listSessions"]?.({ agentRid }))["toArray"]?.({ max }), "max", /number/);
    }
  });
});

const sessions = createSessions({
  support: foundryAipAgents({ ...foundryOptions, agentRid }),
  shop: koreAgentPlatform({ ...appOptions, ...place }),
  ivr: koreXo({ ...xoOptions, botId: "st-1" }),
});
const dotted = createSessions({ support: foundryAipAgents({ ...foundryOptions, agentRid: ".." }) });
const ivrRange = { since: "2026-01-01", until: "2026-02-01" };
const { support, shop, ivr, all } = js(sessions) as unknown as Record<string, Untyped>;

describe("the facade refuses", () => {
  test.each<[field: string, attempt: () => unknown, words: RegExp]>([
    ["input.version", () => support?.["create"]?.({ version: "1.0" }), /takes agentVersion/],
    ["input.agentRid", () => support?.["create"]?.({ agentRid }), /takes agentVersion/],
    ["input", () => support?.["create"]?.("1.0"), /must be an object/],
    ["input.agentVersion", () => support?.["create"]?.({ agentVersion: 1 }), /a string/],
    ["input.agentRid", () => js(dotted)["support"]?.["create"]?.(), /no URL can carry it/],
    ["input.pageSize", () => support?.["list"]?.({ pageSize: 0 }), /at least 1/],
    ["input.agentRid", () => support?.["list"]?.({ agentRid }), /takes since, until, pageSize/],
    ["input", () => support?.["list"]?.(7), /must be an object/],
    ["input.since", () => support?.["list"]?.({ since: "2026-02-01", until: "2026-01-01" }), /before input.until/],
    ["input.since", () => support?.["list"]?.({ since: "soon" }), /such as/],
    ["id", () => support?.["get"]?.(), /non-empty string/],
    ["id", () => support?.["get"]?.(""), /non-empty string/],
    ["input.sessionRid", () => support?.["get"]?.(".."), /no URL can carry it/],

    ["input", () => shop?.["create"]?.(), /must be an object/],
    ["input", () => shop?.["create"]?.({}), /at least one of user, reference and sessionIdentity/],
    ["input", () => shop?.["create"]?.({ sessionIdentity: [] }), /at least one of/],
    ["input.user", () => shop?.["create"]?.({ user: "" }), /non-empty/],
    ["input.reference", () => shop?.["create"]?.({ user: "u", reference: "" }), /non-empty/],
    ["input.sessionReference", () => shop?.["create"]?.({ user: "u", sessionReference: "r" }), /takes user, reference/],
    ["input.userReference", () => shop?.["list"]?.({ userReference: "u" }), /takes since, until, user/],
    ["input.offset", () => shop?.["list"]?.({ offset: -1 }), /at least 0/],
    ["input.until", () => shop?.["list"]?.({ until: "2026-02-31" }), /such as/],
    ["input.since", () => shop?.["list"]?.({ since: new Date(-8.64e15) }), /years 1 to 9999/],
    ["id", () => shop?.["get"]?.(), /non-empty string/],

    ["input.since", () => ivr?.["list"]?.(), /is missing.*last 7 days/],
    ["input.since", () => ivr?.["list"]?.({ until: "2026-02-01" }), /is missing/],
    ["input.since", () => ivr?.["list"]?.({ since: "2026-02-01", until: "2026-01-01" }), /before input.until/],
    ["input.since", () => ivr?.["list"]?.({ ids: ["a"], since: "2026-01-01" }), /cannot stand beside ids/],
    ["input.tags", () => ivr?.["list"]?.({ ids: ["a"], tags: {} }), /cannot stand beside ids/],
    ["input.ids", () => ivr?.["list"]?.({ ids: [] }), /at least one/],
    ["input.limit", () => ivr?.["list"]?.({ ...ivrRange, limit: 0 }), /at least 1/],
    ["input.botId", () => ivr?.["list"]?.({ ...ivrRange, botId: "st-2" }), /takes since/],
    ["input.containmenttype", () => ivr?.["list"]?.({ ...ivrRange, containmenttype: "agent" }), /takes since/],
    ["id", () => ivr?.["get"]?.(7), /non-empty string/],

    ["ref", () => all?.["get"]?.("6465cf6e4769ed4e822b82a1"), /must be the `ref`/],
    ["ref", () => all?.["get"]?.(), /must be the `ref`/],
    ["ref", () => all?.["get"]?.("nobody:6465cf"), /names the provider "nobody".*support, shop, ivr/],
    ["input.sessionRid", () => all?.["get"]?.("support:.."), /no URL can carry it/],
    ["input.since", () => all?.["list"]?.(), /is missing; without it ivr/],
    ["input.since", () => all?.["list"]?.({}), /is missing; without it ivr/],
    ["input", () => all?.["list"]?.(null), /must be an object/],
    ["input.since", () => all?.["list"]?.({ since: "2026-02-01", until: "2026-02-01" }), /before input.until/],
    ["input.user", () => all?.["list"]?.({ ...ivrRange, user: "u" }), /not common to all providers/],
    ["max", () => js(all?.["list"]?.(ivrRange))["toArray"]?.({ max: -5 }), /number/],
    ["sort", () => js(all?.["list"]?.(ivrRange))["toArray"]?.({ sort: "newest" }), /"-createdAt"/],

    ["providers.all", () => js(createSessions)({ all: sessions }), /reserved; choose another key/],
    ["providers.then", () => js(createSessions)(JSON.parse('{"then": {}}')), /reserved; choose another key/],
    ["providers.ivr", () => js(createSessions)({ ivr: createKoreXo(xoOptions) }), /make one with/],
    ["providers", () => js(createSessions)(), /give at least one/],
  ])("%s: %s", async (field, attempt, words) => {
    await expectRefusal(attempt, field, words);
  });
});

test("nothing of all this was sent", () => {
  expect(sent).toEqual([]);
});
