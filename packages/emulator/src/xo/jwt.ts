/** A JSON Web Token, taken apart. Nothing has been verified. */
export interface ParsedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** What the signature is made over. */
  readonly signed: Uint8Array<ArrayBuffer>;
}

/** Takes a token apart; `undefined` when the text is not one. */
export function parseJwt(token: string): ParsedJwt | undefined {
  const [header, claims, signature, ...rest] = token.split(".");
  if (header === undefined || claims === undefined || signature === undefined || rest.length > 0) return undefined;
  try {
    return {
      header: parseObject(header),
      claims: parseObject(claims),
      signature: fromBase64Url(signature),
      signed: new TextEncoder().encode(`${header}.${claims}`),
    };
  } catch {
    return undefined;
  }
}

/** Whether a token was signed with HS256 and this secret. */
export type VerifyJwt = (jwt: ParsedJwt, secret: string) => Promise<boolean>;

/** Makes a verifier that keeps the imported keys. */
export function createJwtVerifier(): VerifyJwt {
  const keys = new Map<string, Promise<CryptoKey>>();
  const importKey = (secret: string): Promise<CryptoKey> => {
    const raw = new TextEncoder().encode(secret);
    const key = keys.get(secret) ?? crypto.subtle.importKey("raw", raw, HS256, false, ["verify"]);
    keys.set(secret, key);
    return key;
  };
  return async ({ header, signature, signed }, secret) =>
    header["alg"] === "HS256" && crypto.subtle.verify(HS256.name, await importKey(secret), signature, signed);
}

const HS256 = { name: "HMAC", hash: "SHA-256" } as const;

function parseObject(part: string): Record<string, unknown> {
  const value: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(part)));
  if (typeof value !== "object" || value === null) throw new TypeError("Not an object");
  return value as Record<string, unknown>;
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  if (!/^[\w-]*$/.test(text)) throw new TypeError("Not base64url");
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
