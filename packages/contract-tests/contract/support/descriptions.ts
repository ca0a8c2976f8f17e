import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createContract, type CompiledDescription, type Contract } from "@org/contract";
import { compileDescription } from "@org/contract/compile";
import type { Json, Schema } from "../arbitrary/schema.ts";
import type { SchemaHome } from "../arbitrary/arbitrary-of.ts";

interface Ref {
  readonly $ref: string;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
  readonly example?: Json;
}

export interface Media {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: Json } | Ref>>;
}

export interface Response {
  readonly headers?: Readonly<Record<string, Header | Ref>>;
  readonly content?: Readonly<Record<string, Media>>;
  /** What the server did before it answered so. */
  readonly "x-outcome"?: "rejected" | "unknown";
}

export interface Header {
  readonly required?: boolean;
  readonly schema: Schema;
}

interface PathItem {
  readonly parameters?: readonly (Parameter | Ref)[];
}

interface OperationObject extends PathItem {
  readonly operationId: string;
  readonly requestBody?: { readonly required?: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Response | Ref>>;
}

/** A bundled description. */
export interface Document extends SchemaHome {
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, PathItem & Readonly<Record<string, unknown>>>>;
}

/** An operation with everything resolved that belongs to it. */
export interface Operation {
  readonly api: string;
  readonly id: string;
  readonly method: string;
  /** Path of the server: `/api`, or nothing. */
  readonly basePath: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: (Media & { readonly required: boolean }) | undefined;
  /** By status. */
  readonly responses: Readonly<Record<string, Response>>;
}

/** A description with all that the tests make of it. */
export interface Description {
  readonly api: string;
  readonly document: Document;
  readonly contract: Contract;
  readonly operations: readonly Operation[];
}

const methods = ["get", "put", "post", "delete", "patch"];

const manifest = createRequire(import.meta.url).resolve("@org/specs/package.json");
const folder = join(dirname(manifest), "dist");

/** The names of all APIs that are described. */
export const apis: readonly string[] = globSync("*/openapi.json", { cwd: folder })
  .map((file) => dirname(file))
  .sort();

export function readDocument(api: string): Document {
  return JSON.parse(readFileSync(join(folder, api, "openapi.json"), "utf8")) as Document;
}

/** Every operation of every description: what nothing may leave out. */
export const allOperations: readonly Operation[] = apis.flatMap((api) => operationsOf(api, readDocument(api)));

/** All descriptions, compiled as a user would compile them. */
export async function loadDescriptions(): Promise<readonly Description[]> {
  return Promise.all(
    apis.map(async (api) => {
      const document = readDocument(api);
      return { api, document, contract: await contractOf(document), operations: operationsOf(api, document) };
    }),
  );
}

/** A contract made ahead of time, from a document in memory. */
export async function contractOf(document: object): Promise<Contract> {
  const source = await compileDescription(document);
  const checks = (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(source).toString("base64")}`
  )) as { readonly default: CompiledDescription };
  return createContract(checks.default);
}

function operationsOf(api: string, document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method] as OperationObject | undefined;
      if (operation === undefined) return [];
      const { operationId: id, requestBody, responses } = operation;
      const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const media = requestBody?.content["application/json"];
      return [
        {
          api,
          id,
          method: method.toUpperCase(),
          basePath: basePathOf(document),
          path,
          parameters: parameters.map((parameter) => follow<Parameter>(document, parameter)),
          body: media && { ...media, required: requestBody?.required === true },
          responses: Object.fromEntries(
            Object.entries(responses).map(([status, response]) => [status, follow<Response>(document, response)]),
          ),
        },
      ];
    }),
  );
}

function basePathOf({ servers: [server] }: Document): string {
  return new URL((server?.url ?? "").replace(/\{\w+\}/g, "host")).pathname.replace(/\/$/, "");
}

/** What a reference into the document leads to, or the thing itself. */
export function follow<Node extends object>(document: object, node: Node | Ref): Node {
  if (!("$ref" in node)) return node;
  const found = node.$ref
    .slice("#/".length)
    .split("/")
    .reduce<unknown>((parent, name) => (parent as Record<string, unknown> | undefined)?.[name], document);
  if (found === undefined) throw new TypeError(`${node.$ref} leads nowhere`);
  return follow(document, found as Node | Ref);
}
