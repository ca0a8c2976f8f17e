import { createHmac } from "node:crypto";

/** Signs a token with HS256, in code that shares nothing with the emulator's. */
export function signJwt(claims: object, secret: string, header: object = { alg: "HS256", typ: "JWT" }): string {
  const signed = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  return `${signed}.${createHmac("sha256", secret).update(signed).digest("base64url")}`;
}
