import { createEmulator } from "@org/emulator";
import { createFoundryAipAgents } from "@org/foundry-aip-agents";
import { createKoreAgentPlatform } from "@org/kore-agent-platform";
import { createKoreXo } from "@org/kore-xo";
import { createSessions } from "@org/sessions";
import { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
import { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
import { koreXo } from "@org/sessions/kore-xo";
import { operations, type Operation } from "../descriptions/operations.ts";

/** What there is for an operation. Found out by using it, not by claiming it. */
export interface Coverage {
  readonly operation: Operation;
  /** Whether the provider's client has a method of its name. */
  readonly client: boolean;
  /** Methods of the facade that reached it: `create`, `get (derived)`. */
  readonly facade: readonly string[];
  /** Whether the emulator answered it with a success. */
  readonly emulator: boolean;
}

const since = new Date(Date.now() - 24 * 60 * 60 * 1000);

/** Uses every method of every client and of the facade on an emulator, and looks at which operations were reached. */
export async function coverage(): Promise<Coverage[]> {
  const { fetch, credentials, log } = createEmulator();
  const { foundry, agentPlatform, xo } = credentials;
  const { agentRid, token, sessionRid } = foundry;
  const { apiKey, appId, envName, sessionId } = agentPlatform;
  const account = { clientId: xo.accountClientId, clientSecret: xo.accountClientSecret };
  const baseUrl = "https://foundry.example";
  const sessions = createSessions({
    foundry: foundryAipAgents({ baseUrl, auth: { token }, agentRid, fetch }),
    agentPlatform: koreAgentPlatform({ auth: { apiKey }, appId, envName, fetch }),
    xo: koreXo({ auth: { clientId: xo.clientId, clientSecret: xo.clientSecret }, botId: xo.botId, fetch }),
    account: koreXo({ auth: account, fetch }),
  });
  const derived = (method: { readonly derived: boolean }): string => (method.derived ? "get (derived)" : "get");
  const uses: readonly (readonly [name: string, use: () => Promise<unknown>])[] = [
    ["create", () => sessions.foundry.create()],
    ["create", () => sessions.agentPlatform.create({ user: "usr_1a2b3c4d5e" })],
    [derived(sessions.foundry.get), () => sessions.foundry.get(sessionRid)],
    [derived(sessions.agentPlatform.get), () => sessions.agentPlatform.get(sessionId)],
    [derived(sessions.xo.get), () => sessions.xo.get(xo.sessionId)],
    [derived(sessions.account.get), () => sessions.account.get(xo.sessionId)],
    ["list", () => sessions.foundry.list.page()],
    ["list", () => sessions.agentPlatform.list.page()],
    ["list", () => sessions.xo.list.page({ since })],
    ["list", () => sessions.account.list.page({ since })],
  ];
  const reached = new Map<string, Set<string>>();
  for (const [name, use] of uses) {
    const before = log.length;
    await use();
    for (const { operation, status } of log.slice(before)) {
      if (operation && status === 200) reached.set(operation, (reached.get(operation) ?? new Set()).add(name));
    }
  }
  const clients: Readonly<Record<string, object>> = {
    "foundry-aip-agents": createFoundryAipAgents({ baseUrl, auth: { token }, fetch }),
    "kore-agent-platform": createKoreAgentPlatform({ auth: { apiKey }, fetch }),
    "kore-xo": createKoreXo({ auth: account, fetch }),
  };
  return operations.map((operation) => ({
    operation,
    client: operation.id in (clients[operation.api.name] ?? {}),
    facade: [...(reached.get(operation.id) ?? [])].toSorted(),
    emulator: log.some(({ operation: id, status }) => id === operation.id && status === 200),
  }));
}
