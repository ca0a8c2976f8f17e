import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryOf } from "../arbitrary/arbitrary-of.ts";
import type { Json, Schema } from "../arbitrary/schema.ts";
import {
  allOperations,
  follow,
  loadDescriptions,
  type Description,
  type Media,
  type Operation,
} from "../support/descriptions.ts";
import { tallyOf } from "../support/tally.ts";
import { answerOf } from "../support/wire.ts";
import { armsOf, documentedErrors } from "./documented-errors.ts";
import { reachAgentPlatform, reachXo } from "./reach-kore.ts";
import { reachFoundry } from "./reach-foundry.ts";
import { reach } from "./reach.ts";

const tally = tallyOf("description-itself");
const descriptions = await loadDescriptions();
const rows = descriptions.flatMap((description) =>
  description.operations.map((operation) => ({ ...description, operation, id: operation.id })),
);

const count = ({ api, id }: Operation, judge: string): void =>
  tally.count({ api, operation: id, direction: "description -> itself", judge });

test("no two operations of all APIs have the same id", () => {
  const ids = allOperations.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  for (const operation of allOperations) count(operation, "unique id");
});

/** Where an operation has bodies: its request, and each answer with content. */
function mediaOf({ body, responses }: Operation): readonly { readonly status?: number; readonly media: Media }[] {
  const answers = Object.entries(responses).flatMap(([status, { content }]) =>
    Object.values(content ?? {}).map((media) => ({ status: Number(status), media })),
  );
  return [...(body === undefined ? [] : [{ media: body }]), ...answers];
}

/** What the engine has to say about a body. */
function deviationsOf({ contract }: Description, operation: Operation, status: number | undefined, body: Json) {
  const headers = new Headers({ "content-type": "application/json" });
  const bodyText = JSON.stringify(body);
  if (status !== undefined) return contract.checkResponse(operation.id, { status, headers, bodyText });
  const request = requestOf(operation);
  return contract.checkRequest({ ...request, headers: new Headers([...headers, ...request.headers]), bodyText });
}

/** A request with the example of every parameter, credentials of every kind, and no body. */
function requestOf({ method, basePath, path, parameters }: Operation) {
  const examples = (where: string) =>
    parameters.flatMap(({ in: place, name, example }): [string, string][] =>
      place === where && example !== undefined ? [[name, String(example)]] : [],
    );
  const inPath = Object.fromEntries(examples("path"));
  return {
    method,
    path: basePath + path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(inPath[name] ?? "")),
    query: new URLSearchParams(examples("query")),
    headers: new Headers({ authorization: "Bearer token", "x-api-key": "key", auth: "token" }),
    bodyText: "",
  };
}

describe.each(rows)("$api, $id", ({ operation, ...description }) => {
  const { document, contract } = description;

  test("the examples of its parameters make a valid request", () => {
    for (const { name, example } of operation.parameters)
      expect([name, typeof example]).not.toEqual([name, "undefined"]);
    const kinds = contract.checkRequest(requestOf(operation)).map(({ kind }) => kind);
    expect(kinds).toEqual(operation.body?.required === true ? ["missing-body"] : []);
    count(operation, "examples");
  });

  test("every example of a body obeys its schema", () => {
    for (const { status, media } of mediaOf(operation)) {
      const examples = Object.values(media.examples ?? {}).map((example) => follow(document, example));
      expect(examples.length).toBeGreaterThan(0);
      for (const { value } of examples) {
        expect(deviationsOf(description, operation, status, value)).toEqual([]);
        count(operation, "examples");
      }
    }
  });

  test("every body can be satisfied, by each arm of its union", () => {
    for (const { status, media } of mediaOf(operation)) {
      for (const arm of armsOf(media.schema, document)) {
        fc.assert(
          fc.property(arbitraryOf(arm, document), (value) => {
            expect(deviationsOf(description, operation, status, value)).toEqual([]);
          }),
          { numRuns: 50 },
        );
        count(operation, "satisfiable");
      }
    }
  });

  test("every parameter can be satisfied", () => {
    for (const { name, in: place, schema } of operation.parameters) {
      const given = place === "path" ? notDots(schema) : arbitraryOf(schema, document);
      fc.assert(
        fc.property(given, (value) => {
          const request = requestOf(operation);
          const text = String(value);
          const at = operation.path.replaceAll(`{${name}}`, encodeURIComponent(text));
          const path = place === "path" ? requestOf({ ...operation, path: at }).path : request.path;
          const query = new URLSearchParams(request.query);
          if (place === "query") query.set(name, text);
          const found = contract.checkRequest({ ...request, path, query });
          expect(found.filter(({ kind }) => kind !== "missing-body")).toEqual([]);
        }),
        { numRuns: 50 },
      );
      count(operation, "satisfiable");
    }

    /** No URL can carry a segment of dots. */
    function notDots(schema: Schema): fc.Arbitrary<Json> {
      return arbitraryOf(schema, document).filter((value) => value !== "." && value !== "..");
    }
  });
});

describe("every documented error can be met on the emulator:", () => {
  const reached = [...reachFoundry, ...reachAgentPlatform, ...reachXo];
  const label = ({ operation, status, name }: { operation: string; status: number; name?: string }): string =>
    `${operation} ${status}${name === undefined ? "" : ` ${name}`}`;

  test("there is a way to each, and no way to any other", () => {
    const documented = rows.flatMap(({ operation, document }) => documentedErrors(operation, document));
    expect(reached.map(label).sort()).toEqual(documented.map(label).sort());
  });

  test.each(reached.map((way) => ({ label: label(way), way })))("$label", async ({ way }) => {
    const { contract, operation } = rows.find(({ id }) => id === way.operation)!;
    const answer = await answerOf(await reach(way));
    expect(answer.status).toBe(way.status);
    if (way.fault !== undefined) expect(answer.bodyText).toBe(way.fault);
    else if (way.name !== undefined) expect(JSON.parse(answer.bodyText ?? "")).toMatchObject({ errorName: way.name });
    expect(contract.checkResponse(way.operation, answer)).toEqual([]);
    count(operation, way.fault === undefined ? "reached by a request" : "reached by a fault");
  });
});
