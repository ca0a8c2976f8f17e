import { isDeepStrictEqual } from "node:util";
import { createEmulator } from "@org/emulator";
import { isConfigurationError } from "@org/runtime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { virtualClock } from "../../test/support/world.ts";
import { clientsOver, methodOf, stylesOf, type Clients, type Outcome } from "../support/clients.ts";
import { loadDescriptions, type Description, type Operation } from "../support/descriptions.ts";
import { tallyOf } from "../support/tally.ts";
import { listening, type Exchange } from "../support/wire.ts";
import { facadeInputs, id } from "./facade-inputs.ts";
import { fieldsOf, inputsOf, type Input } from "./inputs.ts";

const tally = tallyOf("client-to-description");
const descriptions = await loadDescriptions();
const rows = descriptions.flatMap((description) =>
  description.operations.map((operation) => ({ ...description, operation, id: operation.id })),
);

/** Clients in front of an emulator, and all that they send. */
function clientsOnEmulator(): { readonly clients: Clients; readonly heard: Exchange[] } {
  const clock = virtualClock();
  const emulator = createEmulator({ seed: "samples", clock });
  const heard: Exchange[] = [];
  const fetch = listening(emulator.fetch, (exchange) => heard.push(exchange));
  return { clients: clientsOver({ fetch, clock }, emulator.credentials), heard };
}

/** Holds what was sent against whichever description knows the path, and counts it for its operation. */
function expectValid({ request }: Exchange, judge: string): void {
  const found = descriptions.flatMap(({ api, contract }) => {
    const match = contract.match(request.method, request.path);
    return match !== undefined && "operation" in match ? [{ api, contract, operation: match.operation.id }] : [];
  });
  expect(found).toHaveLength(1);
  const [{ api, contract, operation }] = found as [(typeof found)[number]];
  expect(contract.checkRequest(request)).toEqual([]);
  tally.count({ api, operation, direction: "client -> description", judge });
}

describe.each(rows)("$api, $id", ({ operation, ...description }) => {
  test("whatever the types admit is sent as the description says, with nothing lost", async () => {
    const { clients, heard } = clientsOnEmulator();
    const method = methodOf(clients, operation.id);
    await fc.assert(
      fc.asyncProperty(inputsOf(operation, description.document), async (input) => {
        heard.length = 0;
        const result = await method.safe(input);
        const [exchange, ...others] = heard;
        expect([describeRefusal(result), others]).toEqual([undefined, []]);
        expectValid(exchange!, "@org/contract");
        const sent = inputIn(exchange!, operation, description);
        const wanted = wantedInput(input, operation);
        expect([sent, isDeepStrictEqual(sent, wanted)]).toEqual([wanted, true]);
      }),
      { numRuns: 200 },
    );
  });
});

/** Says so when nothing was sent. */
function describeRefusal({ error }: Outcome): string | undefined {
  return isConfigurationError(error) ? error.message : undefined;
}

/** An input as it must arrive. The Foundry client says `preview=true` unless told otherwise. */
function wantedInput(input: Input, { api }: Operation): object {
  const given = api === "foundry-aip-agents" ? { ...input, preview: input["preview"] ?? true } : input;
  return JSON.parse(JSON.stringify(given)) as object;
}

/** The input that a request carries, read back by hand. */
function inputIn({ request }: Exchange, operation: Operation, { contract, document }: Description): object {
  const match = contract.match(request.method, request.path);
  const inPath = match !== undefined && "pathParameters" in match ? match.pathParameters : {};
  const inBody = request.bodyText ? (JSON.parse(request.bodyText) as object) : {};
  const inQuery = fieldsOf(operation, document).flatMap(({ name, in: place, schema }): [string, unknown][] => {
    const text = request.query.get(name);
    if (place !== "query" || text === null) return [];
    return [[name, schema.type === "string" ? text : (JSON.parse(text) as unknown)]];
  });
  return Object.fromEntries([...Object.entries(inPath), ...inQuery, ...Object.entries(inBody)]);
}

describe("whatever the facade's types admit is sent as the description says:", () => {
  const { clients, heard } = clientsOnEmulator();
  const { support, shop, ivr, calls, all } = clients.sessions;

  test.each<[string, unknown, fc.Arbitrary<unknown>]>([
    ["create, Foundry", support.create, facadeInputs.foundryCreate],
    ["list, Foundry", support.list, facadeInputs.foundryList],
    ["get, Foundry", support.get, id],
    ["create, Agent Platform", shop.create, facadeInputs.appCreate],
    ["list, Agent Platform", shop.list, facadeInputs.appList],
    ["get, Agent Platform", shop.get, id],
    ["list, XO bot", ivr.list, facadeInputs.xoRange],
    ["list by ids, XO bot", ivr.list, facadeInputs.xoIds],
    ["get, XO bot", ivr.get, id],
    ["list, XO account", calls.list, facadeInputs.xoRange],
    ["list by ids, XO account", calls.list, facadeInputs.xoIds],
    ["get, XO account", calls.get, id],
    ["get, of any provider", all.get, id.map((own) => `support:${own}`)],
  ])("%s", async (_, method, inputs) => {
    const { safe } = stylesOf(method);
    await fc.assert(
      fc.asyncProperty(inputs, async (input) => {
        heard.length = 0;
        expect(describeRefusal(await safe(input))).toBeUndefined();
        expect(heard.length).toBeGreaterThan(0);
        for (const exchange of heard) expectValid(exchange, "@org/contract (facade)");
      }),
      { numRuns: 100 },
    );
  });

  test("list, over all providers", async () => {
    const inputs = facadeInputs.xoRange.map(({ since, until }) => ({ since, until }));
    await fc.assert(
      fc.asyncProperty(inputs, async ({ since, until }) => {
        heard.length = 0;
        for await (const _ of all.list({ since, until }, { onProviderError: () => undefined })) break;
        expect(heard.length).toBeGreaterThan(0);
        for (const exchange of heard) expectValid(exchange, "@org/contract (facade)");
      }),
      { numRuns: 20 },
    );
  });
});
