import { checkRequest } from "./check-request.js";
import { checkResponse } from "./check-response.js";

import type { CompiledDescription, CompiledOperation } from "./description.js";
import type { Deviation } from "./deviation.js";
import type { RequestParts, ResponseParts } from "./parts.js";
import { linker, type DocsUrl } from "./link.js";
import { createRouter, decode } from "./route.js";
import { longOnes, secretsIn } from "./secrets.js";
import { createShow, hideSecrets } from "./show.js";

/** What the description says of an operation, in short. */
export interface OperationInfo {
  /** The `operationId`, or method and path where the description gives none. */
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The path template, without the base path. */
  readonly path: string;
  /** Path of the server URL: `/api` or the empty string. */
  readonly basePath: string;
  /** Alternatives, each a list of names of security schemes that must all be met. Empty: none is asked for. */
  readonly security: readonly (readonly string[])[];
  /** `200`, `4XX`, `default`. */
  readonly statuses: readonly string[];
}

export type Match = {
  readonly operation: OperationInfo;
  /** Percent-decoded; text that cannot be decoded stays as it is, and `checkRequest` reports it. */
  readonly pathParameters: Readonly<Record<string, string>>;
};

/** A description that requests and responses can be held against. */
export interface Contract {
  /** Title and version of the description. */
  readonly title: string;
  readonly operations: readonly OperationInfo[];
  /**
   * The operation for a method and a path (with base path, not decoded, without query). `{ allow }` lists the methods
   * of a path that lacks this one; `undefined` means that there is no such path.
   */
  match(method: string, path: string): Match | { readonly allow: readonly string[] } | undefined;
  /** Every deviation of a request. Credentials are checked for presence only. An empty list: it obeys. */
  checkRequest(request: RequestParts): readonly Deviation[];
  /**
   * Every deviation of the response to an operation. An empty list: it obeys.
   *
   * @throws TypeError when the description has no operation of this id.
   */
  checkResponse(operationId: string, response: ResponseParts): readonly Deviation[];
}

export interface ContractOptions {
  /**
   * Where a person can read about a deviation, which then has a `link`: a function, or a template such as
   * `https://docs.example/{operation}?at={at}` with the fields of a deviation, which are escaped. Where the operation is not
   * known, a template that names it gives no link. Default: no links.
   */
  readonly docsUrl?: DocsUrl | undefined;
}

/**
 * Makes the checks of a compiled description callable.
 *
 * @throws TypeError when the description was compiled by an incompatible version of this package.
 */
export function createContract(compiled: CompiledDescription, { docsUrl }: ContractOptions = {}): Contract {
  if (compiled.format !== 1) {
    throw new TypeError(`Compiled format ${String(compiled.format)} is not 1: run "contract compile" of this version`);
  }
  const byId = new Map(compiled.operations.map((operation) => [operation.id, operation]));
  const infos = new Map(compiled.operations.map((operation) => [operation.id, infoOf(operation)]));
  const route = createRouter(compiled.operations);
  const link = linker(docsUrl);
  const finish = (deviations: readonly Deviation[], secrets: readonly string[]): readonly Deviation[] => {
    // A misplaced secret can be the name of a parameter or property.
    const long = longOnes(secrets);
    return deviations.map((deviation) => link({ ...deviation, place: hideSecrets(deviation.place, long) }));
  };

  return {
    title: `${compiled.title} ${compiled.version}`.trim(),
    operations: [...infos.values()],

    match(method, path) {
      const found = route(path);
      if (found === undefined) return undefined;
      const operation = found.operations.get(method.toUpperCase());
      if (operation === undefined) return { allow: [...found.operations.keys()].sort() };
      const decoded = Object.entries(found.encoded).map(([name, text]) => [name, decode(text) ?? text] as const);
      return { operation: infos.get(operation.id)!, pathParameters: Object.fromEntries(decoded) };
    },

    checkRequest(request) {
      const secrets = secretsIn(compiled, request);
      const show = createShow(secrets);
      const found = checkRequest({ description: compiled, route: route(request.path), request, show });
      return finish(found, secrets);
    },

    checkResponse(operationId, response) {
      const operation = byId.get(operationId);
      if (operation === undefined) throw new TypeError(`The description has no operation "${operationId}"`);
      const secrets = response.request === undefined ? [] : secretsIn(compiled, response.request);
      return finish(checkResponse(compiled, operation, response, createShow(secrets)), secrets);
    },
  };
}

function infoOf({ id, method, path, basePath, security, responses }: CompiledOperation): OperationInfo {
  return { id, method, path, basePath, security, statuses: responses.map(({ status }) => status) };
}
