import type { FaultCase } from "../fault-case.ts";

const empty = (status: number, more: object = {}) => [{ fault: { kind: "answer", status, ...more } as const }];

/** Foundry names its 500 in the body; without one it is not the documented error. */
const internal = { foundry: "UnrecognizedApiError unknown", kore: "InternalServerError unknown" };
const times = (label: Readonly<Record<"foundry" | "kore", string>>, count: number) => ({
  foundry: `${label.foundry} ×${count}`,
  kore: `${label.kore} ×${count}`,
});

/** Statuses that say more, or less, than they should. */
export const statuses: readonly FaultCase[] = [
  {
    name: "429, Retry-After in seconds, once",
    rules: () => [{ times: 1, fault: { kind: "answer", status: 429, retryAfter: "1" } }],
    reads: "ok ×2",
    creates: "ok ×2",
    stored: 1,
    notBeforeMs: 950,
    withinMs: 4000,
  },
  {
    name: "429, Retry-After as a date, once",
    rules: () => [{ times: 1, fault: { kind: "answer", status: 429, retryAfter: { dateInMs: 2000 } } }],
    reads: "ok ×2",
    creates: "ok ×2",
    stored: 1,
    // An HTTP date has whole seconds.
    notBeforeMs: 950,
    withinMs: 5000,
  },
  {
    name: "429, Retry-After garbage",
    rules: () => empty(429, { retryAfter: "soon" }),
    reads: "RateLimited rejected ×3",
    creates: "RateLimited rejected ×3",
    stored: 0,
  },
  {
    name: "429, Retry-After negative",
    rules: () => empty(429, { retryAfter: "-5" }),
    reads: "RateLimited rejected ×3",
    creates: "RateLimited rejected ×3",
    stored: 0,
  },
  {
    name: "429, Retry-After in the past",
    rules: () => empty(429, { retryAfter: { dateInMs: -60_000 } }),
    reads: "RateLimited rejected ×3 retryAt",
    creates: "RateLimited rejected ×3 retryAt",
    stored: 0,
  },
  {
    name: "429, Retry-After in an hour",
    rules: () => empty(429, { retryAfter: "3600" }),
    reads: "RateLimited rejected ×1 retryAt",
    creates: "RateLimited rejected ×1 retryAt",
    stored: 0,
  },
  {
    name: "429 and nothing else",
    rules: () => empty(429),
    reads: "RateLimited rejected ×3",
    creates: "RateLimited rejected ×3",
    stored: 0,
  },
  {
    name: "429, Qos-Retry-Hint: do-not-retry",
    rules: () => empty(429, { headers: { "qos-retry-hint": "do-not-retry" } }),
    reads: "RateLimited rejected ×1",
    creates: "RateLimited rejected ×1",
    stored: 0,
  },
  {
    name: "500 without a body",
    rules: () => empty(500),
    reads: times(internal, 3),
    creates: times(internal, 1),
    stored: 0,
  },
  {
    name: "500 without a body, after the operation",
    rules: () => empty(500, { when: "after" }),
    reads: times(internal, 3),
    creates: times(internal, 1),
    stored: 1,
  },
  {
    name: "500 without a body, once",
    rules: () => [{ times: 1, fault: { kind: "answer", status: 500 } }],
    reads: "ok ×2",
    creates: times(internal, 1),
    stored: 0,
  },
  {
    name: "500 on the second page",
    rules: () => [{ nth: { from: 2 }, fault: { kind: "answer", status: 500 } }],
    twoPages: true,
    reads: times(internal, 4),
    except: { getSession: "ok ×1", lookUpSessions: "ok ×1", "shop.get": "ok ×1" },
    creates: "ok ×1",
    stored: 1,
  },
  {
    name: "502 without a body",
    rules: () => empty(502),
    reads: "UnrecognizedApiError unknown ×3",
    creates: "UnrecognizedApiError unknown ×1",
    stored: 0,
  },
  {
    // Palantir documents its 503 as a refusal, so it is sent again; Kore documents none.
    name: "503 without a body",
    rules: () => empty(503),
    reads: { foundry: "ServiceUnavailable rejected ×3", kore: "ServiceUnavailable unknown ×3" },
    creates: { foundry: "ServiceUnavailable rejected ×3", kore: "ServiceUnavailable unknown ×1" },
    stored: 0,
  },
  {
    name: "503, Retry-After in an hour",
    rules: () => empty(503, { retryAfter: "3600" }),
    reads: { foundry: "ServiceUnavailable rejected ×1 retryAt", kore: "ServiceUnavailable unknown ×1 retryAt" },
    creates: { foundry: "ServiceUnavailable rejected ×1 retryAt", kore: "ServiceUnavailable unknown ×1 retryAt" },
    stored: 0,
  },
  {
    name: "408 without a body, after the operation",
    rules: () => empty(408, { when: "after" }),
    reads: "UnrecognizedApiError unknown ×3",
    creates: "UnrecognizedApiError unknown ×1",
    stored: 1,
  },
  ...[301, 302, 303, 307, 308].map((status): FaultCase => ({
    name: `${status} to another origin`,
    rules: (trap) => empty(status, { headers: { location: `${trap}/elsewhere` } }),
    reads: "RedirectError rejected ×1",
    // "See other" is the answer to a request that was carried out.
    creates: status === 303 ? "RedirectError unknown ×1" : "RedirectError rejected ×1",
    stored: 0,
  })),
];
