import {
  checkOptions,
  checkText,
  CredentialsError,
  type OptionRule,
  type Token,
  type TokenRequest,
} from "@org/runtime";

/** The client app whose scopes the calls use. */
export interface ClientApp {
  /** `cs-` and a UUID. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** Further claims, or others in place of `sub` and `appId`; for an app that wants `iss`, for instance. */
  readonly claims?: Readonly<Record<string, unknown>> | undefined;
  /** How long a token is good for, in milliseconds. Default 300 000. */
  readonly ttlMs?: number | undefined;
  /** A new token for every request, as an app needs that enforces JTI. Default false: one token serves until it ends. */
  readonly singleUse?: boolean | undefined;
}

const rules: Readonly<Record<keyof ClientApp, OptionRule>> = {
  // Checked before, and never repeated in a message.
  clientId: ["", () => true],
  clientSecret: ["", () => true],
  claims: ["an object such as { iss: … }", (value: unknown) => typeof value === "object" && value !== null],
  // A token is replaced 30 s before it ends.
  ttlMs: ["at least 60000 (one minute)", (ms: number) => Number.isFinite(ms) && ms >= 60_000],
  singleUse: ["true or false", (value: unknown) => typeof value === "boolean"],
};

/** Signs HS256 tokens with WebCrypto, each with a `jti` of its own. */
export function jwtSource(app: ClientApp): (request: Pick<TokenRequest, "now">) => Promise<Token> {
  for (const field of ["clientId", "clientSecret"] as const) {
    checkText(`auth.${field}`, app[field], "the platform shows it where the client app was made");
  }
  checkOptions("auth", app, rules);
  const { clientId, clientSecret, claims, ttlMs = 300_000 } = app;
  let key: Promise<CryptoKey> | undefined;
  return async ({ now }) => {
    const issuedAt = Math.floor(now() / 1000);
    const expires = issuedAt + Math.floor(ttlMs / 1000);
    const payload = {
      sub: clientId,
      appId: clientId,
      iat: issuedAt,
      exp: expires,
      jti: crypto.randomUUID(),
      ...claims,
    };
    const unsigned = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(payload)}`;
    try {
      key ??= crypto.subtle.importKey("raw", bytes(clientSecret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
      const signature = await crypto.subtle.sign("HMAC", await key, bytes(unsigned));
      return { token: `${unsigned}.${base64url(new Uint8Array(signature))}`, expiresAt: expires * 1000 };
    } catch (cause) {
      throw new CredentialsError("the token could not be signed", { cause });
    }
  };
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const encode = (value: unknown): string => base64url(bytes(JSON.stringify(value)));

function base64url(data: Uint8Array): string {
  return btoa(String.fromCharCode(...data))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
