import type { EmulatorOptions } from "@org/emulator";
import type { Served } from "@org/emulator/node";
import type { ApiName } from "../support/api.ts";
import { withEmulator } from "../support/emulator.ts";
import { acceptedCalls } from "../traffic/accepted.ts";
import { connectClients, type Clients } from "../traffic/clients.ts";
import type { Fetch } from "../traffic/exchange.ts";
import { oneOfEach } from "../traffic/one-of-each.ts";
import { refusedCalls } from "../traffic/refused.ts";
import { mustMeet } from "../traffic/safe-result.ts";
import { recordingFetch, type HarEntry } from "./har.ts";

/** What was said to each API. */
export type Recording = Readonly<Record<ApiName, HarEntry[]>>;

const newRecording = (): Recording => ({ "foundry-aip-agents": [], "kore-agent-platform": [], "kore-xo": [] });

interface Scene extends Served {
  readonly clients: Clients;
  fetchFor(api: ApiName): Fetch;
}

/** Runs a tour against an emulator, and keeps what was said. */
async function play(recording: Recording, tour: (scene: Scene) => Promise<void>, options?: EmulatorOptions) {
  await withEmulator(async (served) => {
    const fetchFor = (api: ApiName): Fetch => recordingFetch(recording[api]);
    const clients = connectClients({ baseUrl: served.url, fetchFor }, served.emulator.credentials);
    await tour({ ...served, clients, fetchFor });
  }, options);
}

/** Our clients' whole tour: all that the services accept, and every documented status that they can be brought to give. */
export async function recordTour(): Promise<Recording> {
  const recording = newRecording();
  await play(recording, wellAndRefused);
  await play(recording, throttled(429), slowedDown({}));
  await play(recording, throttled(503, "foundry-aip-agents"), slowedDown({ throttleStatus: 503 }));
  await play(recording, broken);
  return recording;
}

/** One listing of an API whose answer was altered on the way. */
export async function recordAltered(api: ApiName, alteration: Parameters<Scene["emulator"]["faults"]["add"]>[0]) {
  const recording = newRecording();
  await play(recording, async ({ emulator, clients }) => {
    emulator.faults.add(alteration);
    const listing = oneOfEach(clients, emulator.credentials).filter((call) => call.api === api && isListing(call));
    for (const { call } of listing) await call();
  });
  return recording[api];
}

const isListing = ({ operation }: { readonly operation: string }): boolean => /^list|^getBot/.test(operation);

async function wellAndRefused({ url, emulator, clients, fetchFor }: Scene): Promise<void> {
  const { credentials } = emulator;
  for (const { run } of [...acceptedCalls(clients, credentials), ...refusedCalls(clients, credentials)]) await run();

  // What no client of ours would send.
  const { agentRid, token } = credentials.foundry;
  const create = async (status: number, contentType: string, body: string): Promise<void> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": contentType };
    const sessions = `${url}/api/v2/aipAgents/agents/${agentRid}/sessions?preview=true`;
    const response = await fetchFor("foundry-aip-agents")(sessions, { method: "POST", headers, body });
    mustMeet(status, { ok: response.ok, response });
  };
  await create(415, "text/plain", "{}");
  await create(422, "application/json", '{"agentVersion":1}');
}

const slowedDown = (foundry: { readonly throttleStatus?: 503 }): EmulatorOptions => ({
  foundry: { requestsPerMinute: 1, ...foundry },
  agentPlatform: { requestsPerMinute: 1 },
  xo: { requestsPerMinute: 1 },
});

/** The first call uses up what each service allows, so every operation is refused at its second call at the latest. */
const throttled =
  (status: number, only?: ApiName) =>
  async ({ clients, emulator }: Scene): Promise<void> => {
    for (const { api, call } of oneOfEach(clients, emulator.credentials)) {
      if (only !== undefined && api !== only) continue;
      await call();
      mustMeet(status, await call());
    }
  };

/** What the emulator answers on demand only, in the form that the description gives errors of the API. */
async function broken({ clients, emulator }: Scene): Promise<void> {
  for (const { api, operation, call } of oneOfEach(clients, emulator.credentials)) {
    if (api === "foundry-aip-agents") continue;
    for (const status of [500, 503]) {
      const body = api === "kore-xo" ? { errors: [{ msg: "Failed" }] } : { statusCode: status, message: "Failed" };
      const headers = { "content-type": "application/json" };
      const answer = { kind: "answer", status, headers, body: JSON.stringify(body) } as const;
      const handle = emulator.faults.add({ operation, fault: answer });
      mustMeet(status, await call());
      handle.remove();
    }
  }
}
