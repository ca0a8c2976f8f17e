import type { FoundryAipAgents, Session as FoundrySession } from "@org/foundry-aip-agents";
import type { KoreXo, BotSession } from "@org/kore-xo";
import type { Session } from "@org/sessions";
import type { AgentPlatformRaw } from "@org/sessions/kore-agent-platform";
import { exactly, holds, type Same } from "../support/expect.js";
import { sessions } from "./facade-of-three.js";

// A provider has what its service can do, and no more.
exactly<Session<"support", "foundry-aip-agents", FoundrySession>>()(await sessions.support.create());
exactly<Session<"shop", "kore-agent-platform", AgentPlatformRaw>>()(await sessions.shop.create({ user: "usr_1" }));
// @ts-expect-error TS2339: Property 'create' does not exist on type
await sessions.ivr.create({});
// @ts-expect-error TS2339: Property 'create' does not exist on type
await sessions.ivr.create.safe({});
// @ts-expect-error TS2551: Did you mean 'support'?
await sessions.suport.create();
holds<Same<keyof typeof sessions.ivr, "client" | "get" | "list">>();
holds<Same<keyof typeof sessions, "support" | "shop" | "ivr" | "all">>();

// A session says whose it is in literal types.
const call = await sessions.ivr.get("6465cf6e4769ed4e822b82a1");
exactly<"ivr">()(call.provider);
exactly<"kore-xo">()(call.kind);
exactly<`ivr:${string}`>()(call.ref);
exactly<BotSession>()(call.raw);
exactly<string | undefined>()(call.createdAt);
exactly<true>()(sessions.ivr.get.derived);
exactly<true>()(sessions.shop.get.derived);
exactly<false>()(sessions.support.get.derived);
exactly<KoreXo>()(sessions.ivr.client);
exactly<FoundryAipAgents>()(sessions.support.client);

// Over all providers `kind` and `provider` tell which, and narrow `raw`.
for await (const session of sessions.all.list({ since: "2026-02-01" })) {
  exactly<"support" | "shop" | "ivr">()(session.provider);
  // @ts-expect-error TS2339: Property 'botId' does not exist on type
  exactly<string>()(session.raw.botId);
  if (session.kind === "kore-xo") {
    exactly<string>()(session.raw.botId);
    exactly<"ivr">()(session.provider);
    exactly<`ivr:${string}`>()(session.ref);
  } else if (session.provider === "support") {
    exactly<number>()(session.raw.metadata.messageCount);
    // @ts-expect-error TS2367: This comparison appears to be unintentional
  } else if (session.kind === "foundry-aip-agents") throw new Error("unreachable");
  // @ts-expect-error TS2367: This comparison appears to be unintentional
  if (session.kind === "kore-x0") throw new Error("unreachable");
}
const listing = sessions.all.list(
  { since: new Date(0) },
  { onProviderError: ({ provider: failed }) => exactly<"support" | "shop" | "ivr">()(failed) },
);
exactly<"support" | "shop" | "ivr" | undefined>()(listing.failures.at(0)?.provider);
exactly<"support" | "shop" | "ivr">()((await sessions.all.get(call.ref)).provider);

// Errors narrow as the provider's own do.
const created = await sessions.support.create.safe({ agentVersion: "1.0" });
if (!created.ok) {
  if (created.error.name === "AgentNotFound") exactly<string>()(created.error.parameters.agentRid);
  // @ts-expect-error TS2367: This comparison appears to be unintentional
  if (created.error.name === "InvalidPageSize") throw created.error;
}
const looked = await sessions.ivr.get.safe("6465cf6e4769ed4e822b82a1");
if (!looked.ok) {
  if (looked.error.name === "SessionNotFound") exactly<string>()(looked.error.sessionId);
  // @ts-expect-error TS2367: This comparison appears to be unintentional
  if (looked.error.name === "AgentNotFound") throw looked.error;
}
for await (const page of sessions.support.list.safe()) {
  if (page.ok) exactly<readonly Session<"support", "foundry-aip-agents", FoundrySession>[]>()(page.data.items);
  else if (page.error.name === "InvalidPageToken") exactly<string>()(page.error.parameters.pageToken);
}
const any = await sessions.all.get.safe("ivr:6465cf6e4769ed4e822b82a1");
if (!any.ok && any.error.name === "ApiUsageDenied") exactly<string | undefined>()(any.error.parameters.missingScope);
// @ts-expect-error TS2367: This comparison appears to be unintentional
if (!any.ok && any.error.name === "NotFund") throw any.error;
