import type { Fault } from "@org/emulator";
import type { FaultCase } from "../fault-case.ts";

/** A failure to sign in: the call itself is never sent. */
function signIn(name: string, fault: Fault, requests: number, more: Partial<FaultCase> = {}): FaultCase {
  return {
    name: `token endpoint: ${name}`,
    at: "token endpoint",
    rules: () => [{ fault }],
    reads: `CredentialsError notSent ×${requests}`,
    creates: `CredentialsError notSent ×${requests}`,
    stored: 0,
    ...more,
  };
}

const answer = (status: number, body?: string): Fault => ({ kind: "answer", status, body });

/** Tokens that cannot be had. The requests are those to the token endpoint. */
export const tokenEndpoint: readonly FaultCase[] = [
  signIn("429", answer(429), 3),
  signIn("500 without a body", answer(500), 3),
  signIn("500 without a body, once", answer(500), 3, {
    rules: () => [{ times: 1, fault: answer(500) }],
    reads: "ok ×3",
    creates: "ok ×3",
    stored: 1,
  }),
  signIn("HTML page of a proxy with 502", { kind: "proxy-page" }, 3),
  signIn("HTML page with 200", { kind: "proxy-page", status: 200 }, 1),
  signIn("truncated JSON", { kind: "truncate" }, 1),
  signIn("204", answer(204), 1),
  signIn("200 with {}", answer(200, "{}"), 1),
  signIn("401 invalid_client", answer(401, '{"error":"invalid_client"}'), 1, { says: "invalid_client" }),
  signIn("400 whose body repeats the secret", { kind: "echo-credential" }, 1),
  signIn("400 whose headers repeat the secret", { kind: "echo-credential", in: "headers" }, 1),
  signIn("307 to another origin", answer(307), 1, {
    rules: (trap) => [{ fault: { kind: "answer", status: 307, headers: { location: trap } } }],
  }),
  signIn("reset before the headers", { kind: "cut", at: "before-headers" }, 3),
  signIn("reset in the body", { kind: "cut", at: "mid-body" }, 3),
  signIn("stall before the headers", { kind: "stall", at: "before-headers" }, 3, { tokenTimeoutMs: 300 }),
  signIn("stall in the body", { kind: "stall", at: "mid-body" }, 3, { tokenTimeoutMs: 300 }),
  signIn("huge body", { kind: "huge", bytes: 2_000_000, announced: false }, 1),
  signIn("stall, total time up", { kind: "stall", at: "before-headers" }, 1, {
    // The token request is for every call that may come, so it goes on without this one.
    tokenTimeoutMs: 1000,
    totalTimeoutMs: 300,
    reads: "TimeoutError:total notSent ×1",
    creates: "TimeoutError:total notSent ×1",
  }),
  signIn("stall, aborted by the caller", { kind: "stall", at: "before-headers" }, 1, {
    tokenTimeoutMs: 1000,
    abortAfterMs: 300,
    reads: "AbortError notSent ×1",
    creates: "AbortError notSent ×1",
  }),
];
