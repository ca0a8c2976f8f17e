import { resolve } from "node:path";
import type { OpenApi, Schema } from "../generate/document.ts";
import { Locator } from "../generate/locate.ts";
import type { ApiModel, OperationModel } from "../generate/model.ts";
import { camelCase, pascalCase } from "../generate/names.ts";
import { Problems } from "../generate/problems.ts";
import { readApi } from "../generate/read-api.ts";
import { repository, type Api } from "../specs/apis.ts";
import { bundle } from "../specs/bundle.ts";

/** What the files of a new API are made from. */
export interface Plan {
  /** `help-desk` */
  readonly name: string;
  /** `HelpDesk` */
  readonly type: string;
  /** `helpDesk` */
  readonly value: string;
  /** `@org` */
  readonly scope: string;
  /** Title of the description. */
  readonly title: string;
  readonly hasDefaultHost: boolean;
  /** What a caller gives to sign in. */
  readonly secret: "token" | "apiKey";
  readonly list: OperationModel;
  readonly get: OperationModel;
  readonly create: OperationModel | undefined;
  /** Ids of all operations. */
  readonly operations: readonly string[];
  /** Type of a record, as the description names it. */
  readonly record: string;
  /** The record's own fields that a session is likely to be made of. */
  readonly fields: { readonly id: string | undefined; readonly createdAt: string | undefined };
  /** Path parameters that every operation wants: what a provider is bound to. */
  readonly scopeFields: readonly string[];
}

/** @throws Error that says what a description must have to become a provider. */
export async function makePlan(api: Api, scope: string): Promise<Plan> {
  const document = (await bundle(api)) as unknown as OpenApi;
  const locator = new Locator(resolve(repository, api.description), api.description);
  const model = readApi(api.name, document, new Problems(locator));
  const list = model.operations.find(({ pagination }) => pagination !== undefined);
  if (list?.pagination === undefined) throw new Error(`${api.description}: no operation has an x-pagination`);
  const record = list.pagination.itemType;
  const get = model.operations.find(
    (operation) => operation.method === "GET" && operation !== list && readsOne(operation),
  );
  if (get === undefined)
    throw new Error(`${api.description}: no GET of one record, with its id at the end of the path`);
  return {
    name: api.name,
    type: pascalCase(api.name),
    value: camelCase(api.name),
    scope,
    title: String((document as { readonly info?: { readonly title?: string } }).info?.title ?? api.name),
    hasDefaultHost: model.defaultHost !== undefined,
    secret: model.auth.scheme === undefined ? "apiKey" : "token",
    list,
    get,
    create: model.operations.find(({ method, retry }) => method === "POST" && retry.safety === "never"),
    operations: model.operations.map(({ id }) => id),
    record,
    fields: likelyFields(model, record),
    scopeFields: pathFields(list),
  };
}

function readsOne({ path }: OperationModel): boolean {
  return path.endsWith("}");
}

export function pathFields({ path }: OperationModel): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, field = ""]) => field);
}

function likelyFields({ schemas }: ApiModel, record: string): Plan["fields"] {
  const { properties = {} } = (schemas[record] ?? {}) as Schema & {
    readonly properties?: Readonly<Record<string, unknown>>;
  };
  const names = Object.keys(properties);
  const find = (...patterns: readonly RegExp[]): string | undefined =>
    patterns.flatMap((pattern) => names.filter((name) => pattern.test(name)))[0];
  return { id: find(/^id$/i, /Id$/, /_id$/), createdAt: find(/^(created|opened|started|start)/i) };
}
