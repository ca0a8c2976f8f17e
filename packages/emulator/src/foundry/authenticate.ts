import type { Call } from "../exchange.js";
import type { FoundryErrors } from "./errors.js";
import type { Principal, Scope } from "./principal.js";
import type { Tokens } from "./tokens.js";

/** The scope that each operation asks for. */
const SCOPES: Readonly<Record<string, Scope>> = {
  createSession: "api:aip-agents-write",
  listSessions: "api:aip-agents-read",
  getSession: "api:aip-agents-read",
};

/** The form of a bearer token in RFC 6750, which the vendor's framework demands before it looks the token up. */
const BEARER = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** Finds out who calls, and whether the token covers the operation. */
export function authenticate({ headers, operation, at }: Call, tokens: Tokens, refuse: FoundryErrors): Principal {
  const header = headers.get("authorization");
  if (header === null || header === "") {
    throw refuse("Conjure:MissingCredentials", { description: "The request has no Authorization header" });
  }
  const token = BEARER.exec(header)?.[1];
  if (token === undefined) {
    throw refuse("Conjure:MalformedCredentials", { description: "Expected Authorization: Bearer <token>" });
  }
  const principal = tokens.find(token, at);
  if (principal === undefined) {
    throw refuse("Default:Unauthorized", { description: "The token is unknown or has expired" });
  }
  const scope = SCOPES[operation.id];
  if (scope !== undefined && !principal.scopes.includes(scope)) {
    throw refuse("ApiUsageDenied", {
      parameters: { missingScope: scope },
      description: `The token lacks the scope ${scope}`,
    });
  }
  return principal;
}
