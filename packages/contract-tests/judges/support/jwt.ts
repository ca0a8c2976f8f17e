import { createHmac } from "node:crypto";

/** An XO token, good for ten minutes. Made here, so that no judge depends on the client that it judges. */
export function mintJwt(clientId: string, clientSecret: string): string {
  const issuedAt = Math.floor(Date.now() / 1000);
  const claims = { sub: clientId, appId: clientId, iat: issuedAt, exp: issuedAt + 600, jti: crypto.randomUUID() };
  const unsigned = [{ alg: "HS256", typ: "JWT" }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .join(".");
  return `${unsigned}.${createHmac("sha256", clientSecret).update(unsigned).digest("base64url")}`;
}
