import { createEmulator, serve, type Served } from "@org/emulator/node";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { FaultCase } from "./fault-case.ts";

const credentialHeaders = ["authorization", "x-api-key", "auth"];

/** One service of its own for one call: nothing that another call does is counted. */
export interface World {
  readonly served: Served;
  readonly url: string;
  /** Every credential that arrived, and every secret that a client was given. */
  readonly secrets: Set<string>;
  /** How many requests have arrived. */
  requests(): number;
  stored(): number;
}

/** Starts an emulator behind sockets, with the faults of a case. */
export async function startWorld({ rules, twoPages = false }: FaultCase, trap: string): Promise<World> {
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
  for (const rule of rules?.(trap) ?? []) emulator.faults.add(rule);
  let requests = 0;
  const total = (): number => emulator.stored.foundry + emulator.stored.agentPlatform;
  const storedBefore = total();
  const served = await serve({
    emulator: {
      ...emulator,
      fetch(input, init) {
        requests += 1;
        for (const name of credentialHeaders) {
          const value = (input as Request).headers.get(name);
          if (value !== null) secrets.add(value.replace(/^Bearer /i, ""));
        }
        return emulator.fetch(input, init);
      },
    },
  });
  return {
    served,
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

/** Another origin, to which nobody should come. */
export interface Trap {
  readonly url: string;
  /** What came: the method, the path, and the names of the credential headers that were carried along. */
  readonly visits: string[];
  close(): Promise<void>;
}

export async function startTrap(): Promise<Trap> {
  const visits: string[] = [];
  const server: Server = createServer((request, response) => {
    const carried = credentialHeaders.filter((name) => name in request.headers);
    visits.push(`${request.method} ${request.url} ${carried.join(" ")}`.trim());
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    visits,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
