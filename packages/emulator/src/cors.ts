const ALLOWED_HEADERS = "accept, auth, authorization, content-type, fetch-user-agent, x-api-key";
const ALLOWED_METHODS = "GET, POST, PUT, PATCH, DELETE, OPTIONS";
const EXPOSED_HEADERS = "allow, qos-due-to, qos-retry-hint, response-error-description, retry-after, www-authenticate";

/** The answer to a browser that asks whether it may send a request; `undefined` for any other request. */
export function answerPreflight({ method, headers }: { method: string; headers: Headers }): Response | undefined {
  if (method !== "OPTIONS" || !headers.has("access-control-request-method")) return undefined;
  const answer = new Headers({
    "access-control-allow-methods": ALLOWED_METHODS,
    "access-control-allow-headers": ALLOWED_HEADERS,
    "access-control-max-age": "600",
    vary: "access-control-request-headers, access-control-request-method",
  });
  // A public page, such as a documentation site, asks before it talks to an emulator on the reader's own machine.
  if (headers.has("access-control-request-private-network")) {
    answer.set("access-control-allow-private-network", "true");
  }
  return new Response(null, { status: 204, headers: answer });
}

/** Lets pages of any origin read the response. No cookies are used, so no origin needs to be singled out. */
export function allowOrigins(response: Response): Response {
  response.headers.set("access-control-allow-origin", "*");
  response.headers.set("access-control-expose-headers", EXPOSED_HEADERS);
  return response;
}
