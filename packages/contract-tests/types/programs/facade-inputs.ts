import { createSessions } from "@org/sessions";
import { ivr, sessions, shop, support } from "./facade-of-three.js";

// XO lists seven days where it is not told since when, so it must be told.
sessions.ivr.list({ since: "2026-02-01" });
sessions.ivr.list({
  since: new Date(0),
  until: "2026-03-01",
  containmentType: "agent",
  sessionType: "interactive",
  tags: {},
});
// @ts-expect-error TS2554: Expected 1-2 arguments, but got 0
sessions.ivr.list();
// @ts-expect-error TS2345|TS2741: Property 'since' is missing in type
sessions.ivr.list({ until: "2026-03-01" });
sessions.all.list({ since: "2026-02-01" });
// @ts-expect-error TS2554: Expected 1-2 arguments, but got 0
sessions.all.list();
// @ts-expect-error TS2345|TS2741: Property 'since' is missing in type
sessions.all.list({ until: "2026-03-01" });
// @ts-expect-error TS2322: Type 'undefined' is not assignable to type 'TimeInput'
sessions.all.list({ since: undefined });

// The others list everything.
const others = createSessions({ support, shop });
others.all.list();
others.all.list({ until: "2026-03-01" });
others.all.list(undefined, { timeoutMs: 1000 });
others.support.list();
others.shop.list({ user: "usr_1", sessionId: "s-1" });
others.shop.list.page();
createSessions({ ivr }).all.list({ since: "2026-02-01" });
// @ts-expect-error TS2554: Expected 1-2 arguments, but got 0
createSessions({ ivr }).all.list();

// XO would ignore any filter beside ids.
sessions.ivr.list({ ids: ["6465cf6e4769ed4e822b82a1"] });
// @ts-expect-error TS2345: Type 'string' is not assignable to type 'undefined'
sessions.ivr.list({ ids: ["6465cf6e4769ed4e822b82a1"], since: "2026-02-01" });
// @ts-expect-error TS2345: is not assignable to type 'undefined'
sessions.ivr.list({ ids: ["6465cf6e4769ed4e822b82a1"], containmentType: "agent" });
// @ts-expect-error TS2345: is not assignable to type 'undefined'
sessions.ivr.list({ ids: ["6465cf6e4769ed4e822b82a1"], limit: 10 });

// Agent Platform must be told of somebody.
await sessions.shop.create({ user: "usr_1" });
await sessions.shop.create({ reference: "order-1", source: "AP" });
await sessions.shop.create({ sessionIdentity: [{ type: "sessionId", value: "s-1" }] });
// @ts-expect-error TS2554: Expected 1-2 arguments, but got 0
await sessions.shop.create();
// @ts-expect-error TS2345: Argument of type '{}' is not assignable to parameter of type 'AgentPlatformCreateInput'
await sessions.shop.create({});
// @ts-expect-error TS2345: is not assignable to parameter of type 'AgentPlatformCreateInput'
await sessions.shop.create({ source: "AP" });

// Mistakes are reported where they are.
sessions.ivr.list({
  since: "2026-02-01",
  // @ts-expect-error TS2322: Type '"handedOver"' is not assignable to type
  containmentType: "handedOver",
});
sessions.ivr.list({
  since: "2026-02-01",
  // @ts-expect-error TS2561: 'containmenttype' does not exist in type
  containmenttype: "agent",
});
sessions.support.list({
  // @ts-expect-error TS2561: 'pagesize' does not exist in type 'FoundryListInput'
  pagesize: 10,
});
sessions.support.list({
  // @ts-expect-error TS2353: 'user' does not exist in type 'FoundryListInput'
  user: "usr_1",
});
await sessions.support.create({
  // @ts-expect-error TS2561: 'agentVerison' does not exist in type 'FoundryCreateInput'
  agentVerison: "1.0",
});
await sessions.shop.create({
  // @ts-expect-error TS2322: Type 'number' is not assignable to type 'string'
  user: 1,
});
sessions.all.list({
  since: "2026-02-01",
  // @ts-expect-error TS2353: 'containmentType' does not exist in type 'BoundedRange'
  containmentType: "agent",
});
// @ts-expect-error TS2345: Argument of type 'number' is not assignable to parameter of type 'string'
await sessions.ivr.get(1);
