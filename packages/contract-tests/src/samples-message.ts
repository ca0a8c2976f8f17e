import type { Contract } from "@org/contract";
import type { ResponseSample, SampleParameters } from "./samples.js";

/** A call of an operation: what a sample says, and what a test asks for to get a sample. */
export interface Call {
  readonly operationId: string;
  readonly parameters: SampleParameters;
  /** The body as JSON; null: none. */
  readonly body: unknown;
}

/** A request, before it has an origin. */
export interface Message {
  readonly method: string;
  /** With the base path, encoded, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Empty: no body. */
  readonly bodyText: string;
}

/** The request of a call, with the credential that its API asks for in the header given. */
export function messageOf(contract: Contract, call: Call, credential: Readonly<Record<string, string>>): Message {
  const operation = contract.operations.find(({ id }) => id === call.operationId);
  if (operation === undefined) throw new Error(`The description has no operation ${call.operationId}`);
  const { method, basePath, path: template } = operation;
  const { path = {}, query = {} } = call.parameters;
  const headers = new Headers(credential);
  // The pages' samples say so on every POST, with a body and without.
  if (method === "POST") headers.set("content-type", "application/json");
  return {
    method,
    path: basePath + template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? "")),
    query: new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])),
    headers,
    bodyText: call.body === null ? "" : JSON.stringify(call.body),
  };
}

/** The response of a sample, as a service would send it. */
export function responseOf({ status, repaired }: Pick<ResponseSample, "status" | "repaired">): Response {
  return Response.json(repaired, { status });
}
