import {
  checkOptions,
  checkText,
  CredentialsError,
  readText,
  tooLarge,
  type OptionRule,
  type Token,
  type TokenRequest,
} from "@org/runtime";
import type { FoundryAuth } from "./client.js";

/** A token answer has two kilobytes or so. */
const mostBytes = 1024 * 1024;

/** Options of {@link clientCredentials}. */
export interface ClientCredentialsOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Default: `api:aip-agents-read` and `api:aip-agents-write`. */
  readonly scopes?: readonly string[] | undefined;
  /** Where the token endpoint is, below the service's origin. Default `/multipass/api/oauth2/token`. */
  readonly tokenPath?: string | undefined;
  /** Longest time for one token request, in milliseconds. Default 30 000. */
  readonly timeoutMs?: number | undefined;
}

const rules: Readonly<Record<keyof ClientCredentialsOptions, OptionRule>> = {
  // Checked before, and never repeated in a message.
  clientId: ["", () => true],
  clientSecret: ["", () => true],
  scopes: ['an array such as ["api:aip-agents-read"]', Array.isArray],
  tokenPath: [
    "a path below the service's origin, beginning with a slash",
    (path: unknown) => typeof path === "string" && path.startsWith("/"),
  ],
  timeoutMs: [
    "a number of milliseconds above 0 and below 24 days",
    (ms: unknown) => typeof ms === "number" && ms > 0 && ms < 2 ** 31,
  ],
};

/**
 * Signs in as a service user with OAuth 2.0 client credentials. The token is held, replaced 30 s before it ends, and
 * replaced once when the service refuses it; calls at the same time share one request.
 *
 * A token that cannot be had is a `CredentialsError` of the call, never an error answer of the service.
 */
export function clientCredentials(options: ClientCredentialsOptions): FoundryAuth {
  for (const field of ["clientId", "clientSecret"] as const) {
    checkText(`auth.${field}`, options?.[field], "your Foundry shows it when you register the application");
  }
  checkOptions("auth", options, rules);
  const { clientId, clientSecret, timeoutMs = 30_000, tokenPath = "/multipass/api/oauth2/token" } = options;
  const scope = (options.scopes ?? ["api:aip-agents-read", "api:aip-agents-write"]).join(" ");
  return {
    token: async ({ origin, fetch, now, signal }: TokenRequest): Promise<Token> => {
      const init: RequestInit = {
        method: "POST",
        headers: {
          Accept: "application/json",
          "Content-Type": "application/x-www-form-urlencoded",
          Authorization: `Basic ${btoa(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`)}`,
        },
        body: new URLSearchParams({ grant_type: "client_credentials", scope }).toString(),
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      };
      let response: Response;
      let text: string;
      try {
        response = await fetch(origin + tokenPath, init);
        text = await readText(response, mostBytes);
      } catch (cause) {
        if (cause === tooLarge) throw new CredentialsError("the token endpoint's answer is far too large to be one");
        throw new CredentialsError("the token endpoint could not be reached", { temporary: true, cause });
      }
      return readToken(response.status, text, now());
    },
  };
}

function readToken(status: number, text: string, now: number): Token {
  const { access_token: token, expires_in: seconds, error } = parse(text);
  if (status === 200 && typeof token === "string" && typeof seconds === "number") {
    return { token, expiresAt: now + seconds * 1000 };
  }
  // OAuth's error codes are a short fixed vocabulary; anything longer stays out, because it may repeat the secret.
  const code = typeof error === "string" && /^[a-z_]{1,40}$/.test(error) ? ` ${error}` : "";
  const hint = code === " invalid_client" || status === 401 ? "; check clientId and clientSecret" : "";
  if (status === 200) throw new CredentialsError("the token endpoint's answer holds no access_token with expires_in");
  throw new CredentialsError(`the token endpoint answered ${status}${code}${hint}`, {
    temporary: status === 429 || status >= 500,
  });
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
