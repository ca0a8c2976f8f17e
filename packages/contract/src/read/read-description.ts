import type { CompiledDescription, CompiledOperation } from "../description.js";
import { DescriptionError } from "./description-error.js";
import { createHiddenCollector } from "./hidden-collector.js";
import { isObject, objectOrEmpty, type JsonObject } from "./json.js";
import { readCredentials, readSecurity } from "./read-credentials.js";
import { createMessageReader, type MessageReader } from "./read-messages.js";
import { createReferences, members, type Located } from "./references.js";
import { refuseEndless } from "./refuse-endless.js";
import { createSchemaFacts } from "./schema-facts.js";
import { SchemaCollector, type CollectedSchemas } from "./schema-collector.js";

/** A description, read: all but the functions that check its schemas. */
export interface ReadDescription {
  readonly data: Omit<CompiledDescription, "checks">;
  readonly schemas: CollectedSchemas;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
const DIALECTS: ReadonlySet<unknown> = new Set([
  undefined,
  "https://spec.openapis.org/oas/3.1/dialect/base",
  "https://spec.openapis.org/oas/3.1/dialect/2024-11-10",
  "https://json-schema.org/draft/2020-12/schema",
]);

/**
 * Reads a bundled OpenAPI 3.1 document: every operation with all that is to be checked.
 *
 * @throws DescriptionError
 */
export function readDescription(document: unknown): ReadDescription {
  if (!isObject(document)) throw new DescriptionError("", "must be an object");
  const { openapi, jsonSchemaDialect } = document;
  if (typeof openapi !== "string" || !/^3\.1\.\d+/.test(openapi)) {
    throw new DescriptionError("", `must be OpenAPI 3.1, and says ${JSON.stringify(openapi) ?? "nothing"}`);
  }
  if (!DIALECTS.has(jsonSchemaDialect)) {
    throw new DescriptionError("/jsonSchemaDialect", "must be the dialect of OpenAPI 3.1 or JSON Schema 2020-12");
  }
  const references = createReferences(document);
  const facts = createSchemaFacts(references);
  const schemas = new SchemaCollector(references, facts);
  const hidden = createHiddenCollector(references);
  const messages = createMessageReader({ references, facts, schemas, hidden });
  const info = objectOrEmpty(document["info"]);
  const paths = members(document["paths"], "/paths").filter(({ name }) => name.startsWith("/"));
  const operations = paths.flatMap((path) => {
    const item = references.object(path.value, path.place);
    return METHODS.filter((method) => item.value[method] !== undefined).map((method) =>
      readOperation({ document, messages, item, path: path.name, method }),
    );
  });
  refuseTwins(operations);
  refuseEndless(schemas);
  const data = {
    format: 1,
    title: String(info["title"] ?? ""),
    version: String(info["version"] ?? ""),
    operations,
    credentials: readCredentials(document, references),
    unions: schemas.unions,
    places: schemas.places,
    hidden: hidden.nodes,
  } as const;
  return { data, schemas };
}

interface OperationInput {
  readonly document: JsonObject;
  readonly messages: MessageReader;
  readonly item: Located<JsonObject>;
  readonly path: string;
  readonly method: string;
}

function readOperation({ document, messages, item, path, method }: OperationInput): CompiledOperation {
  const place = `${item.place}/${method}`;
  const operation = item.value[method];
  if (!isObject(operation)) throw new DescriptionError(place, "must be an object");
  const id = operation["operationId"];
  const body = messages.requestBody(operation["requestBody"], `${place}/requestBody`);
  return {
    at: place,
    id: typeof id === "string" ? id : `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    basePath: basePathOf(operation["servers"] ?? item.value["servers"] ?? document["servers"]),
    path,
    parameters: messages.parameters(path, item, { value: operation, place }),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: messages.responses(operation["responses"], `${place}/responses`),
    security: readSecurity(document, operation, place),
    securityAt: operation["security"] === undefined ? "/security" : `${place}/security`,
  };
}

/** The path of the first server: `/api` of `https://{host}/api/`, with the defaults of variables filled in. */
function basePathOf(servers: unknown): string {
  const server = objectOrEmpty(Array.isArray(servers) ? servers[0] : undefined);
  const variables = objectOrEmpty(server["variables"]);
  return String(server["url"] ?? "")
    .replaceAll(/\{([^{}]+)\}/g, (_, name: string) => String(objectOrEmpty(variables[name])["default"] ?? ""))
    .replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i, "")
    .replace(/[?#].*$/s, "")
    .replace(/\/+$/, "");
}

function refuseTwins(operations: readonly CompiledOperation[]): void {
  const ids = new Set<string>();
  const routes = new Set<string>();
  for (const { id, method, basePath, path } of operations) {
    const route = `${method} ${basePath}${path.replaceAll(/\{[^{}]*\}/g, "{}")}`;
    if (ids.has(id)) throw new DescriptionError("/paths", `has two operations with the id "${id}"`);
    if (routes.has(route)) throw new DescriptionError("/paths", `has two operations that answer to ${method} ${path}`);
    ids.add(id);
    routes.add(route);
  }
}
