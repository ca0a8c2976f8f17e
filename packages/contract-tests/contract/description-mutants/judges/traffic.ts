import { createEmulator, type EmulatorOptions } from "@org/emulator";
import fc from "fast-check";
import { messageOf } from "../../../src/samples-message.ts";
import { requestSamples, responseSamples } from "../../../src/samples.ts";
import { virtualClock } from "../../../test/support/world.ts";
import { reachAgentPlatform, reachXo } from "../../itself/reach-kore.ts";
import { reachFoundry } from "../../itself/reach-foundry.ts";
import { reach } from "../../itself/reach.ts";
import { inputsOf } from "../../requests/inputs.ts";
import { clientsOver, methodOf } from "../../support/clients.ts";
import { follow, type Description, type Media } from "../../support/descriptions.ts";
import { goodDraft, send, type Draft } from "../../support/draft.ts";
import { listening, type Exchange, type Fetch } from "../../support/wire.ts";
import type { Message } from "../facts/messages.ts";
import { deviationsOf } from "./verdicts.ts";

/** Draws the same inputs in every run. */
const seed = 20_261_121;

const json = new Headers({ "content-type": "application/json" });

/** What has gone over the wire: samples, examples, all that the emulator answers on a tour, all that the clients send. */
export async function trafficOf(description: Description): Promise<Message[]> {
  const exchanges: Exchange[] = [];
  const wrap = (fetch: Fetch): Fetch => listening(fetch, (exchange) => exchanges.push(exchange));
  await tour(description, wrap);
  await callAll(description, wrap);
  return [
    ...samples(description),
    ...examples(description),
    ...exchanges.flatMap((one) => messagesIn(one, description)),
  ];
}

function samples({ api, contract }: Description): Message[] {
  const credentials = { authorization: "Bearer token", "x-api-key": "key", auth: "token" };
  const sent = requestSamples
    .filter((sample) => sample.api === api)
    .map(({ operationId, parameters, repaired: body }) => ({
      operation: operationId,
      allowed: true,
      request: messageOf(contract, { operationId, parameters, body }, credentials),
    }));
  const received = responseSamples
    .filter((sample) => sample.api === api)
    .map(({ operationId: operation, status, repaired }) => answer(operation, status, repaired));
  return [...sent, ...received];
}

function examples({ document, operations }: Description): Message[] {
  const bodies = (media: Media | undefined): unknown[] =>
    Object.values(media?.examples ?? {}).map((example) => follow<{ readonly value: unknown }>(document, example).value);
  const { credentials } = createEmulator({ seed: "none" });
  return operations.flatMap(({ id, body, responses }) => [
    ...bodies(body).map((value) => asked({ ...goodDraft(id, credentials), bodyText: JSON.stringify(value) })),
    ...Object.entries(responses).flatMap(([status, { content }]) =>
      bodies(content?.["application/json"]).map((value) => answer(id, Number(status), value)),
    ),
  ]);
}

function asked({ operation, path, query, headers, bodyText }: Draft): Message {
  const at = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ""));
  const request = {
    method: operation.method,
    path: operation.basePath + at,
    query: new URLSearchParams(query),
    headers: new Headers(headers),
    bodyText,
  };
  return { operation: operation.id, allowed: true, request };
}

const answer = (operation: string, status: number, body: unknown): Message => ({
  operation,
  allowed: true,
  response: { status, headers: json, bodyText: JSON.stringify(body) },
});

/** What the pages leave open, one way and the other. */
const settings: readonly EmulatorOptions[] = [
  {},
  { agentPlatform: { edition: "latest", unsetSessionReference: "user-reference" } },
  { xo: { activeEndTime: "null", isDeveloper: "number" } },
];

async function tour({ operations }: Description, wrap: (fetch: Fetch) => Fetch): Promise<void> {
  const ways = [...reachFoundry, ...reachAgentPlatform, ...reachXo];
  for (const { id } of operations) {
    for (const way of ways.filter(({ operation }) => operation === id)) await reach(way, wrap);
    for (const options of settings) {
      const emulator = createEmulator({ ...options, clock: virtualClock() });
      const { agentPlatform, xo } = emulator.credentials;
      const draft = goodDraft(id, emulator.credentials);
      // A page of hundred rows shows no more than one of five.
      const usual = id.startsWith("get") && draft.bodyText !== "" ? { ...draft, bodyText: '{"limit":5}' } : draft;
      const others: Record<string, Partial<Draft>> = {
        createAppSession: {
          path: { ...draft.path, appId: agentPlatform.authorizingAppId },
          headers: { ...draft.headers, "x-api-key": agentPlatform.authorizingApiKey },
        },
        listSessions: { query: { ...draft.query, pageSize: "2" } },
        getBotSessions: { bodyText: JSON.stringify({ sessionId: [xo.sessionId, "none"] }) },
        getAccountSessions: { bodyText: JSON.stringify({ limit: 5, skip: 3 }) },
      };
      await send(wrap(emulator.fetch), usual);
      if (others[id] !== undefined) await send(wrap(emulator.fetch), { ...draft, ...others[id] });
    }
  }
}

async function callAll({ operations, document }: Description, wrap: (fetch: Fetch) => Fetch): Promise<void> {
  const clock = virtualClock();
  const emulator = createEmulator({ seed: "samples", clock });
  const clients = clientsOver({ fetch: wrap(emulator.fetch), clock }, emulator.credentials);
  for (const operation of operations) {
    for (const input of fc.sample(inputsOf(operation, document), { seed, numRuns: 40 })) {
      await methodOf(clients, operation.id).safe(input);
    }
  }
}

/** A request that is bad on purpose must stay so. */
function messagesIn({ request, response }: Exchange, { contract }: Description): Message[] {
  const match = contract.match(request.method, request.path);
  if (match === undefined || !("operation" in match)) return [];
  const { id: operation } = match.operation;
  const allowed = deviationsOf(contract, { operation, allowed: true, request }).length === 0;
  return [
    { operation, allowed, request },
    { operation, allowed: true, response },
  ];
}
