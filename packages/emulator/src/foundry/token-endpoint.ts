import type { Exchange } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import { Refusal } from "../refusal.js";
import type { SideRoute } from "../service.js";
import { clients, serviceUser } from "./identities.js";
import type { FoundrySettings } from "./options.js";
import type { ConfidentialClient, Scope } from "./principal.js";
import type { Tokens } from "./tokens.js";

const PATH = "/multipass/api/oauth2/token";

/** The OAuth 2.0 token endpoint, for client credentials only. Errors are those of RFC 6749, section 5.2. */
export function tokenEndpoint(tokens: Tokens, { tokenLifetimeMs }: FoundrySettings): SideRoute {
  return {
    method: "POST",
    path: PATH,
    pattern: new RegExp(`^${PATH}$`),
    answer(exchange) {
      try {
        const form = readForm(exchange);
        const client = findClient(exchange.headers.get("authorization"), form);
        if (form.get("grant_type") === null) throw oauthError("invalid_request", "grant_type is missing");
        if (form.get("grant_type") !== "client_credentials") {
          throw oauthError("unsupported_grant_type", "The emulator grants client_credentials only");
        }
        const scopes = grantedScopes(client, form.get("scope"));
        const token = tokens.issue(serviceUser(client, scopes), exchange.at + tokenLifetimeMs);
        return answer(200, {
          access_token: token,
          token_type: "bearer",
          expires_in: Math.floor(tokenLifetimeMs / 1000),
          scope: scopes.join(" "),
        });
      } catch (error) {
        if (error instanceof Refusal) return error.response;
        throw error;
      }
    },
  };
}

function readForm({ headers, bodyText }: Exchange): URLSearchParams {
  const [type] = (headers.get("content-type") ?? "").toLowerCase().split(";");
  if (type?.trim() !== "application/x-www-form-urlencoded") {
    throw oauthError("invalid_request", "Expected content type application/x-www-form-urlencoded");
  }
  return new URLSearchParams(bodyText);
}

/** By HTTP Basic, or by `client_id` and `client_secret` in the form. */
function findClient(authorization: string | null, form: URLSearchParams): ConfidentialClient {
  const [id, secret] = basicCredentials(authorization) ?? [form.get("client_id"), form.get("client_secret")];
  const client = clients.find(({ clientId, clientSecret }) => clientId === id && clientSecret === secret);
  if (client === undefined) throw oauthError("invalid_client", "Unknown client, or wrong secret");
  return client;
}

function basicCredentials(authorization: string | null): readonly string[] | undefined {
  const encoded = /^basic +(\S+)$/i.exec(authorization ?? "")?.[1];
  if (encoded === undefined) return undefined;
  try {
    // RFC 6749, section 2.3.1: both parts are form-encoded before they are joined.
    return atob(encoded)
      .split(":")
      .map((part) => decodeURIComponent(part.replaceAll("+", " ")));
  } catch {
    return [];
  }
}

/** Without `scope`, all that the client was registered with. `offline_access` is a wish for a refresh token. */
function grantedScopes({ scopes }: ConfidentialClient, asked: string | null): readonly Scope[] {
  const names = (asked ?? "").split(" ").filter((name) => name !== "" && name !== "offline_access");
  const unknown = names.find((name) => scopes.every((scope) => scope !== name));
  if (unknown !== undefined) throw oauthError("invalid_scope", `The client may not ask for ${unknown}`);
  return names.length === 0 ? scopes : scopes.filter((scope) => names.includes(scope));
}

function oauthError(error: string, description: string): Refusal {
  const isClient = error === "invalid_client";
  const headers = isClient ? { "www-authenticate": 'Basic realm="multipass"' } : {};
  return new Refusal(answer(isClient ? 401 : 400, { error, error_description: description }, headers));
}

function answer(status: number, body: object, headers: Readonly<Record<string, string>> = {}): Response {
  return jsonResponse(status, body, { "cache-control": "no-store", ...headers });
}
