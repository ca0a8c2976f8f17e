import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import { createSessions, type Session } from "@org/sessions";
import type { Emulator } from "@org/emulator";

/** The facade over the three services of an emulator. */
export function connect(baseUrl: string, { credentials: { foundry, agentPlatform, xo } }: Emulator) {
  return createSessions({
    support: foundryAipAgents({ baseUrl, auth: { token: foundry.token }, agentRid: foundry.agentRid }),
    shop: koreAgentPlatform({
      baseUrl,
      auth: { apiKey: agentPlatform.apiKey },
      appId: agentPlatform.appId,
      envName: agentPlatform.envName,
    }),
    ivr: koreXo({ baseUrl, auth: { clientId: xo.clientId, clientSecret: xo.clientSecret }, botId: xo.botId }),
  });
}

type Sessions = ReturnType<typeof connect>;

/** What the tour does. The lines shown are the bodies of these functions, so what is shown is what ran. */
export const steps = {
  async create(sessions: Sessions) {
    const ticket = await sessions.support.create({ agentVersion: "1.0" });
    const order = await sessions.shop.create({ user: "usr_1a2b3c4d5e" });
    return [ticket, order] as const;
  },

  async get(sessions: Sessions, [ticket, order]: readonly [Session, Session]) {
    const one = await sessions.support.get(ticket.id);
    const two = await sessions.shop.get(order.id);
    const three = await sessions.ivr.get("6465cf6e4769ed4e822b82a1");
    return [one, two, three];
  },

  async list(sessions: Sessions, since: Date) {
    const latest = new Map();
    for await (const session of sessions.all.list({ since })) {
      latest.set(session.provider, [...(latest.get(session.provider) ?? []), session].slice(0, 2));
    }
    return [...latest.values()].flat();
  },

  async fail(sessions: Sessions) {
    const nobody = { agentRid: "ri.aip-agents..agent.nobody", sessionRid: "ri.aip-agents..session.nothing" };
    const { error } = await sessions.support.client.getSession.safe(nobody);
    const agentRid = error?.name === "AgentNotFound" ? error.parameters.agentRid : undefined; // the name narrows the rest
    return { error, agentRid };
  },
};
