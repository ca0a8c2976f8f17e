import type { ApiDescriptor, Operation } from "../../src/operation.js";
import type { TokenSource } from "../../src/credentials.js";
import type { ClientOptions } from "../../src/options.js";
import { pace } from "../../src/pacing.js";
import { createTransport, type Transport } from "../../src/transport.js";

export const api: ApiDescriptor = {
  name: "test-api",
  basePath: "/api",
  auth: { header: "Authorization", scheme: "Bearer" },
  pace,
};

const common = { errorNames: ["ThingNotFound"], errorStatuses: [429, 500, 503], shape: 0 } as const;

/** A read, safe to repeat. */
export const getThing: Operation = {
  ...common,
  id: "getThing",
  method: "GET",
  path: "/things/{thingId}",
  inputs: { thingId: { in: "path", type: "string", required: true, min: 1 } },
  retry: "safe",
  variants: [["id"]],
  rejects: [503],
};

/** A create, never to be repeated once it may have been seen. */
export const createThing: Operation = {
  ...common,
  id: "createThing",
  method: "POST",
  path: "/things",
  inputs: { name: { in: "body", type: "string" } },
  body: "json",
  retry: "never",
  settledBy: "listThings",
  variants: [["id"]],
  rejects: [503],
};

/** A listing by token. */
export const listThings: Operation = {
  ...common,
  id: "listThings",
  method: "GET",
  path: "/things",
  inputs: { pageSize: { in: "query", type: "integer", min: 1 }, pageToken: { in: "query", type: "string" } },
  retry: "safe",
  variants: [[]],
  pagination: { style: "token", position: "pageToken", items: "data", next: "next" },
};

export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: string;
}

type Step = Response | Error | ((sent: Sent, init: RequestInit) => Response | Promise<Response>);

/** A `fetch` that answers from a script and remembers what it was sent. The last step repeats. */
export function scripted(...steps: Step[]): { fetch: NonNullable<ClientOptions["fetch"]>; sent: Sent[] } {
  const sent: Sent[] = [];
  return {
    sent,
    fetch: async (input, init = {}) => {
      const request = typeof input === "string" ? new Request(input, { ...init, signal: null }) : input;
      const entry = {
        url: request.url,
        method: request.method,
        headers: request.headers,
        body: await request.clone().text(),
      };
      sent.push(entry);
      const step = steps[Math.min(sent.length, steps.length) - 1];
      if (step instanceof Error) throw step;
      if (typeof step === "function") return step(entry, init);
      if (step === undefined) throw new Error("the script is empty");
      return step.clone();
    },
  };
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  Response.json(body, { status, headers });

/** A clock that jumps over every wait and writes it down. */
export function virtualClock(start = Date.UTC(2026, 0, 1)): {
  now(): number;
  sleep(ms: number): Promise<void>;
  readonly waits: number[];
} {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: async (ms) => {
      waits.push(ms);
      now += ms;
    },
  };
}

export function transportWith({
  auth = "secret-token",
  ...options
}: ClientOptions & { auth?: TokenSource } = {}): Transport {
  return createTransport(
    api,
    { baseUrl: "https://things.example", random: () => 0.5, clock: virtualClock(), ...options },
    { credential: { source: auth, field: "auth.token" } },
  );
}
