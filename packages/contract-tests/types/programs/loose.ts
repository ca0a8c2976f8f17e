// What a project without strict checks writes.
import { foundry } from "./clients.js";
import { sessions } from "./facade-of-three.js";

const result = await sessions.support.create.safe({ agentVersion: "1.0" });
if (!result.ok && result.error.name === "AgentNotFound") result.error.parameters.agentRid.toUpperCase();
if (result.ok) result.data.raw.metadata.title.toUpperCase();
for await (const session of sessions.all.list({ since: "2026-02-01" })) {
  if (session.kind === "kore-xo") session.raw.botId.toUpperCase();
}
await foundry.createSession({
  agentRid: "ri.aip-agents..agent.1",
  // @ts-expect-error TS2561: 'agentVerison' does not exist in type 'CreateSessionInput'
  agentVerison: "1.0",
});
// @ts-expect-error TS2339: Property 'create' does not exist on type
await sessions.ivr.create({});
