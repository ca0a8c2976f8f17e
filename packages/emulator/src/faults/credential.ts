import type { Exchange } from "../exchange.js";
import { jsonResponse } from "../json-response.js";
import type { EchoCredentialFault } from "./fault.js";
import type { Passage } from "./passage.js";
import { withText } from "./rewrite.js";

/** The headers that carry credentials, and a value that no service knows. */
const UNKNOWN: Readonly<Record<string, string>> = {
  authorization: "Bearer expired",
  "x-api-key": "expired",
  auth: "expired",
};

/** Asks the service with a credential that it does not know, so that the refusal is its own. */
export function expireCredential({ exchange, next }: Passage): Promise<Response> {
  const headers = new Headers(exchange.headers);
  for (const [name, value] of Object.entries(UNKNOWN)) if (headers.has(name)) headers.set(name, value);
  return next({ ...exchange, headers });
}

export function echoCredential({ status = 400, in: place = "body" }: EchoCredentialFault, passage: Passage): Response {
  const credential = credentialOf(passage.exchange);
  const message = `The gateway cannot pass on ${credential}`;
  if (place === "headers") {
    const challenge = `Bearer error="invalid_token", error_description="${message}"`;
    return jsonResponse(status, {}, { "x-request-id": credential, "www-authenticate": challenge });
  }
  const plain = jsonResponse(status, { message, detail: "" });
  // Some frameworks escape slashes or whole texts: the value is the same once it is parsed.
  return withText(plain, `{"message":${JSON.stringify(message)},"detail":"${escapeAll(credential)}"}`);
}

function credentialOf({ headers }: Exchange): string {
  const header = Object.keys(UNKNOWN).find((name) => headers.has(name)) ?? "";
  return headers.get(header || "authorization") ?? "no credential";
}

function escapeAll(text: string): string {
  return [...text].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}
