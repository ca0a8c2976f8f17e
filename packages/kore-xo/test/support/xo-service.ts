import { createKoreXo, type KoreXo } from "../../src/client.js";
import type { BotSession } from "../../src/generated/index.js";

/** What the tests need of a session. */
export interface Row {
  readonly id: string;
  readonly startedAt: number;
}

/** The body of a request. */
export interface Asked {
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly skip: number;
  readonly limit: number;
  readonly sessionId?: readonly string[];
}

export const start = Date.UTC(2026, 5, 15, 12);

/** A clock that jumps over every wait. */
export function virtualClock(): { now(): number; sleep(ms: number): Promise<void> } {
  let now = start;
  return {
    now: () => now,
    sleep: async (ms) => {
      now += ms;
    },
  };
}

/** A service whose sessions can change between two requests. */
export function xoService(
  rows: Row[],
  { beforeRequest = () => {} }: { readonly beforeRequest?: (number: number) => void } = {},
): { readonly fetch: (url: unknown, init?: RequestInit) => Promise<Response>; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (_, init) => {
      beforeRequest(asked.length);
      const request = JSON.parse(String(init?.body)) as Asked;
      asked.push(request);
      const { skip, limit } = request;
      const [from, to] = [Date.parse(request.dateFrom), Date.parse(request.dateTo)];
      const matches = rows
        .filter(({ startedAt }) => startedAt >= from && startedAt <= to)
        .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1));
      const page = matches.slice(skip, skip + limit);
      return Response.json({
        total: matches.length,
        moreAvailable: skip + page.length < matches.length,
        sessions: page.map(toWire),
      });
    },
  };
}

export function toWire({ id, startedAt }: Row): Pick<BotSession, "sessionId" | "start_time"> {
  return { sessionId: id, start_time: new Date(startedAt).toISOString() };
}

type Fetch = (url: unknown, init?: RequestInit) => Promise<Response>;

export function clientOf(fetch: Fetch): KoreXo {
  return createKoreXo({ auth: { jwt: "header.payload.signature" }, clock: virtualClock(), fetch, onWait: () => {} });
}

/** A `fetch` that gives these answers, one after the other. */
export function answers(...bodies: readonly object[]): { readonly fetch: Fetch; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    fetch: async (_, init) => {
      asked.push(JSON.parse(String(init?.body)) as Asked);
      return Response.json(bodies[asked.length - 1]);
    },
  };
}
