import { createEmulator, serve, type Served } from "@org/emulator/node";
import type { FaultCase } from "./fault-case.ts";
import { credentialsOf, startTrap, type Trap } from "./trap.ts";

const tokenEndpoint = "POST /multipass/api/oauth2/token";

/** One service of its own for one call: nothing that another call does is counted. */
export interface World {
  readonly served: Served;
  readonly url: string;
  /** Every credential that arrived, and every secret that a client was given. */
  readonly secrets: Set<string>;
  readonly trap: Trap;
  /** How many requests have arrived, those to the token endpoint among them. */
  requests(): number;
  /** How many sessions have been created. */
  stored(): number;
  close(): Promise<void>;
}

/**
 * Starts an emulator behind sockets, with the faults of a case.
 *
 * @param only where the others of several providers are to be well: only this one's requests meet faults, and count.
 */
export async function startWorld(
  { rules, at, twoPages = false, down = false }: FaultCase,
  only?: "foundry",
): Promise<World> {
  const trap = await startTrap();
  const secrets = new Set<string>();
  const emulator = createEmulator({
    seed: "samples",
    ...(twoPages && {
      foundry: { defaultPageSize: 1 },
      agentPlatform: { pageSize: 1 },
      xo: { defaultLimit: 2, maxLimit: 2 },
    }),
  });
  if (twoPages) await addSessions(emulator);
  const operation = at === "token endpoint" ? tokenEndpoint : undefined;
  for (const rule of rules?.(trap.url) ?? []) emulator.faults.add({ ...rule, operation, api: only });
  let requests = 0;
  const total = (): number => emulator.stored.foundry + emulator.stored.agentPlatform;
  const storedBefore = total();
  const served = await serve({
    emulator: {
      ...emulator,
      fetch(input, init) {
        if (only === undefined || (input as Request).url.includes("/aipAgents/")) requests += 1;
        for (const value of credentialsOf((input as Request).headers)) secrets.add(value);
        return emulator.fetch(input, init);
      },
    },
  });
  const close = async (): Promise<void> => {
    await Promise.all([down ? undefined : served.close(), trap.close()]);
  };
  if (down) await served.close();
  return {
    served,
    trap,
    close,
    url: served.url,
    secrets,
    requests: () => requests,
    stored: () => total() - storedBefore,
  };
}

/** The samples alone do not fill two pages. */
async function addSessions({ fetch, credentials }: ReturnType<typeof createEmulator>): Promise<void> {
  const { foundry, agentPlatform } = credentials;
  const json = { "content-type": "application/json" };
  await fetch(`http://emulator/api/v2/aipAgents/agents/${foundry.agentRid}/sessions?preview=true`, {
    method: "POST",
    headers: { ...json, authorization: `Bearer ${foundry.token}` },
    body: "{}",
  });
  await fetch(`http://emulator/api/v2/apps/${agentPlatform.appId}/environments/${agentPlatform.envName}/sessions`, {
    method: "POST",
    headers: { ...json, "x-api-key": agentPlatform.apiKey },
    body: '{"sessionIdentity":[{"type":"userReference","value":"other"}]}',
  });
}
