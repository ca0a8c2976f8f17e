import { signedFetch, transportOf } from "@org/runtime";
import createClient, { type Client } from "openapi-fetch";
import type { FoundryAipAgents } from "./client.js";
import type { paths } from "./generated/openapi.js";

export type { paths } from "./generated/openapi.js";

/**
 * The way out: an openapi-fetch client with the same address and credential, for what the operations cannot do.
 *
 * It knows no retries, no timeouts and no errors of ours: `data`, `error` and `response` are openapi-fetch's own.
 */
export function rawClient(client: FoundryAipAgents): Client<paths, "application/json"> {
  const transport = transportOf(client);
  return createClient<paths, "application/json">({ baseUrl: transport.baseUrl, fetch: signedFetch(transport) });
}
