import { describe, expect, test } from "vitest";
import { tallyOf } from "../contract/support/tally.js";
import { describedApi } from "../src/samples-descriptions.js";
import { messageOf } from "../src/samples-message.js";
import { printedBody, printedTarget, skeletonOf } from "../src/samples-verbatim.js";
import { requestSamples, responseSamples, samples } from "../src/samples.js";

const tally = tallyOf("vendor-samples");

const palantir = "https://www.palantir.com/docs/foundry/api/aip-agents-v2-resources/sessions";

/** What the pages hold, counted on them. */
const pages = {
  [`${palantir}/create-session`]: ["Examples, Request", "Examples, Response"],
  [`${palantir}/get-session`]: ["Examples, Request", "Examples, Response"],
  [`${palantir}/list-sessions`]: ["Examples, Request", "Examples, Response"],
  "https://koredotcom.github.io/docs/agent-platform/apis/agentic-apps/sessions": [
    "Create a Session, Sample Request",
    "Create a Session, Sample Response",
    "Create a Session, note on IDP_Redirect",
    "List Sessions, Sample Request",
    "List Sessions, Sample Response",
  ],
  "https://developer.kore.ai/v10-2/docs/bots/api-guide/sessions-api": [
    "Sample Request, For a specific bot",
    "Sample Request, For specific session Ids",
    "Sample Request, With a body",
    "Sample Request, Without a body",
    "Sample Response, For agent sessions",
    "Sample Response, For dropOff sessions",
    "Sample Response, For one or more session Ids",
    "Sample Response, For selfService sessions",
  ],
};

/** Stands for whatever credential a service wants. */
const anyCredential = { authorization: "Bearer token", "x-api-key": "key", auth: "token" };

test("every sample of every page has a fixture, and no fixture is of another page", () => {
  const found = Map.groupBy(samples, ({ source }) => source.page);
  const sections = [...found].map(([page, ofPage]) => [page, ofPage.map(({ source }) => source.section).sort()]);
  expect(Object.fromEntries(sections)).toEqual(pages);
});

describe.each(samples)("$name", (sample) => {
  test("is as the page prints it, except where the fixture says why", () => {
    const printed = printedBody(sample);
    if (sample.why === undefined) expect(sample.repaired).toEqual(printed);
    // A repair fills in values. It neither adds nor drops anything.
    else expect(skeletonOf(sample.repaired)).toEqual(skeletonOf(printed));
  });

  test("is the example of that name in its description", async () => {
    const { examples } = await describedApi(sample.api);
    if (sample.example === undefined) expect([sample.kind, sample.repaired]).toEqual(["request", null]);
    else expect(examples[sample.example]?.value).toEqual(sample.repaired);
  });
});

describe.each(requestSamples)("$name", (sample) => {
  const { api, parameters, operationId, repaired } = sample;

  test("obeys its description", async () => {
    const { contract } = await describedApi(api);
    const message = messageOf(contract, { operationId, parameters, body: repaired }, anyCredential);
    expect(contract.checkRequest(message)).toEqual([]);
    tally.count({ api, operation: operationId, direction: "description -> itself", judge: "vendor samples" });
  });

  test("goes to the method and the address that the page prints", async () => {
    const printed = printedTarget(sample);
    // The Agent Platform's page prints addresses in tables, with placeholders, and bodies in samples.
    if (printed === undefined) return expect(api).toBe("kore-agent-platform");
    const { contract } = await describedApi(api);
    const { method, path, query } = messageOf(contract, { operationId, parameters, body: repaired }, {});
    const values = { BotId: parameters.path?.["botId"], containmentType: parameters.query?.["containmentType"] };
    const fill = (text: string): string =>
      text.replace(/\{\{(\w+)\}\}/g, (_, name: keyof typeof values) => String(values[name]));
    const target = { method: printed.method, path: fill(printed.path), query: fill(printed.query) };
    expect({ method, path, query: query.toString() }).toEqual(target);
  });
});

test.each(requestSamples.filter(({ repaired }) => repaired !== null))(
  "$name is judged: another body in its place would not obey",
  async ({ api, operationId, parameters }) => {
    const { contract } = await describedApi(api);
    const message = messageOf(contract, { operationId, parameters, body: { surplus: 1 } }, anyCredential);
    expect(contract.checkRequest(message).map(({ kind }) => kind)).toContain("invalid-body");
  },
);

describe.each(responseSamples)("$name", ({ api, operationId, status, repaired }) => {
  const headers = new Headers({ "content-type": "application/json" });

  test("obeys its description", async () => {
    const { contract } = await describedApi(api);
    const response = { status, headers, bodyText: JSON.stringify(repaired) };
    expect(contract.checkResponse(operationId, response)).toEqual([]);
    tally.count({ api, operation: operationId, direction: "description -> itself", judge: "vendor samples" });
  });

  test("is judged: another body in its place would not obey", async () => {
    const { contract } = await describedApi(api);
    const response = { status, headers, bodyText: "[]" };
    expect(contract.checkResponse(operationId, response).map(({ kind }) => kind)).toEqual(["invalid-body"]);
  });
});
