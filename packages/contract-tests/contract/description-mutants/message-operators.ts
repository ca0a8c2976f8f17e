import type { Document } from "../support/descriptions.ts";
import { renameKey, type Change, type Node, type Path } from "./mutant.ts";
import type { Sites } from "./sites.ts";

interface Operator {
  readonly at: (sites: Sites) => readonly Path[];
  readonly changes: (node: Node, document: Document) => readonly Change[];
}

const root: Operator["at"] = () => [[]];
const always =
  (what: string, change: Change[1]): Operator["changes"] =>
  () => [[what, change]];
const has =
  (key: string, what: string, change: Change[1]): Operator["changes"] =>
  (node) =>
    key in node ? [[what, change]] : [];
const eachKey =
  (key: string, change: (node: Node, name: string) => void): Operator["changes"] =>
  (node) =>
    Object.keys((node[key] ?? {}) as Node).map((name) => [name, (copy) => change(copy[key] as Node, name)]);

/** Ways to change what is around the schemas: addresses, parameters, bodies, answers, credentials, extensions. */
export const messageOperators: Readonly<Record<string, Operator>> = {
  "change the base path": {
    at: root,
    changes: always(
      "",
      (copy) => ((copy["servers"] as Node[])[0]!["url"] = `${String((copy["servers"] as Node[])[0]!["url"])}/v9`),
    ),
  },
  "change a path": { at: root, changes: eachKey("paths", (paths, path) => renameKey(paths, path, `${path}s`)) },
  "change a method": {
    at: ({ operations }) => operations.map((path) => path.slice(0, -1)),
    changes: (item) =>
      ["get", "post"]
        .filter((method) => method in item)
        .map((method) => [method, (copy) => renameKey(copy, method, "put")]),
  },
  "rename an operation": {
    at: ({ operations }) => operations,
    changes: always("", (copy) => (copy["operationId"] = `${String(copy["operationId"])}Renamed`)),
  },
  "drop an operation": {
    at: ({ operations }) => operations.map((path) => path.slice(0, -1)),
    changes: (item) =>
      ["get", "post"].filter((method) => method in item).map((method) => [method, (copy) => delete copy[method]]),
  },
  "rename a parameter": {
    at: ({ parameters }) => parameters,
    changes: always("", (copy) => (copy["name"] = `${String(copy["name"])}Renamed`)),
  },
  "drop a parameter": {
    at: ({ pathItems, operations }) => [...pathItems, ...operations],
    changes: (node) =>
      ((node["parameters"] ?? []) as unknown[]).map((_, index) => [
        String(index),
        (copy) => (copy["parameters"] = (copy["parameters"] as unknown[]).filter((__, other) => other !== index)),
      ]),
  },
  "move a parameter": {
    at: ({ parameters }) => parameters,
    changes: ({ in: place }) => (place === "query" ? [["to a header", (copy) => (copy["in"] = "header")]] : []),
  },
  "require a parameter": {
    at: ({ parameters }) => parameters,
    changes: ({ required }) => (required === true ? [] : [["", (copy) => (copy["required"] = true)]]),
  },
  "no longer require a parameter": {
    at: ({ parameters }) => parameters,
    changes: ({ required }) => (required === true ? [["", (copy) => (copy["required"] = false)]] : []),
  },
  "drop a body": {
    at: ({ bodies }) => bodies.map((path) => path.slice(0, -1)),
    changes: has("requestBody", "", (copy) => delete copy["requestBody"]),
  },
  "require a body, or no longer": {
    at: ({ bodies }) => bodies,
    changes: ({ required }) => [["", (copy) => (copy["required"] = required !== true)]],
  },
  "change a media type": {
    at: ({ contents }) => contents,
    changes: eachKey("content", (content, type) => renameKey(content, type, "application/xml")),
  },
  "drop the content of an answer": {
    at: ({ answers }) => answers,
    changes: has("content", "", (copy) => delete copy["content"]),
  },
  "forbid a status": {
    at: ({ operations }) => operations,
    changes: eachKey("responses", (responses, status) => delete responses[status]),
  },
  "change a status": {
    at: ({ operations }) => operations,
    changes: eachKey("responses", (responses, status) =>
      renameKey(responses, status, status === "200" ? "201" : "499"),
    ),
  },
  "give an answer of another status": {
    at: ({ operations }) => operations,
    changes: eachKey("responses", (responses, status) => {
      const other = Object.keys(responses).find((candidate) => candidate !== status);
      responses[status] = responses[status === "200" ? other! : "200"];
    }),
  },
  "drop a header": {
    at: ({ answers }) => answers,
    changes: eachKey("headers", (headers, name) => delete headers[name]),
  },
  "rename a header": {
    at: ({ answers }) => answers,
    changes: eachKey("headers", (headers, name) => renameKey(headers, name, `${name}-Renamed`)),
  },
  "require a header": {
    at: ({ headers }) => headers,
    changes: always("", (copy) => (copy["required"] = true)),
  },
  "move credentials": {
    at: ({ securitySchemes }) => securitySchemes,
    changes: ({ type }) => [
      [
        "to another header",
        (copy) => {
          for (const key of Object.keys(copy)) if (key !== "description") delete copy[key];
          Object.assign(copy, { type: "apiKey", in: "header", name: "x-credential" });
        },
      ],
      ...(type === "apiKey" ? ([["to the query", (copy) => (copy["in"] = "query")]] as Change[]) : []),
      ...(type === "http" ? ([["to Basic", (copy) => (copy["scheme"] = "basic")]] as Change[]) : []),
    ],
  },
  "ask for no credentials": {
    at: ({ operations }) => operations,
    changes: always("", (copy) => (copy["security"] = [])),
  },
  "drop an alternative of credentials": {
    at: ({ operations }) => operations,
    changes: ({ security }) =>
      ((security ?? []) as unknown[]).map((_, index) => [
        String(index),
        (copy) => (copy["security"] = (copy["security"] as unknown[]).filter((__, other) => other !== index)),
      ]),
  },
  "drop a scope": {
    at: ({ operations }) => operations,
    changes: ({ security }) =>
      ((security ?? []) as Node[]).flatMap((alternative, index) =>
        Object.entries(alternative)
          .filter(([, scopes]) => (scopes as unknown[]).length > 0)
          .map(([name]): Change => [name, (copy) => ((copy["security"] as Node[])[index]![name] = [])]),
      ),
  },
  "call a create repeatable, or a read not": {
    at: ({ operations }) => operations,
    changes: has("x-retry", "", (copy) => {
      const retry = copy["x-retry"] as Node;
      retry["safety"] = retry["safety"] === "safe" ? "never" : "safe";
    }),
  },
  "change how a listing goes on": {
    at: ({ operations }) => operations,
    changes: (operation) =>
      Object.entries((operation["x-pagination"] ?? {}) as Node).map(([key, value]) => [
        key,
        (copy) => {
          const pagination = copy["x-pagination"] as Node;
          if (typeof value === "string") pagination[key] = `${value}Renamed`;
          else pagination[key] = { ...(value as Node), name: "renamed" };
        },
      ]),
  },
  "change a rate limit": {
    at: ({ operations }) => operations,
    changes: (operation) =>
      ((operation["x-rate-limit"] ?? []) as Node[]).flatMap((limit, index) =>
        Object.entries(limit).map(([key, value]): Change => [
          `${index}/${key}`,
          (copy) =>
            ((copy["x-rate-limit"] as Node[])[index]![key] =
              typeof value === "number" ? value + 1 : typeof value === "boolean" ? !value : "appId"),
        ]),
      ),
  },
  "change what an answer says of the outcome": {
    at: ({ answers }) => answers,
    changes: has(
      "x-outcome",
      "",
      (copy) => (copy["x-outcome"] = copy["x-outcome"] === "rejected" ? "unknown" : "rejected"),
    ),
  },
};
