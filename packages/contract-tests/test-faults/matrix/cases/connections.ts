import type { Fault } from "@org/emulator";
import type { FaultCase } from "../fault-case.ts";

const stallMs = 300;

function broken(name: string, fault: Fault, stored: 0 | 1): FaultCase {
  return {
    name,
    rules: () => [{ fault }],
    reads: "ConnectionError unknown ×3",
    creates: "ConnectionError unknown ×1",
    stored,
  };
}

function stalled(name: string, fault: Fault, stored: 0 | 1, more: Partial<FaultCase> = {}): FaultCase {
  return {
    name,
    rules: () => [{ fault }],
    timeoutMs: stallMs,
    reads: "TimeoutError:attempt unknown ×3",
    creates: "TimeoutError:attempt unknown ×1",
    stored,
    ...more,
  };
}

/** Connections that break, stall or are never made. */
export const connections: readonly FaultCase[] = [
  {
    name: "nobody listens",
    down: true,
    reads: "ConnectionError notSent ×3",
    creates: "ConnectionError notSent ×3",
    stored: 0,
  },
  broken("reset before the headers", { kind: "cut", at: "before-headers" }, 0),
  broken("reset before the headers, after the operation", { kind: "cut", at: "before-headers", when: "after" }, 1),
  broken("closed before the headers", { kind: "cut", at: "before-headers", by: "close" }, 0),
  broken("reset after the headers", { kind: "cut", at: "after-headers" }, 1),
  broken("closed after the headers, chunked", { kind: "cut", at: "after-headers", by: "close", announced: false }, 1),
  broken("reset in the body", { kind: "cut", at: "mid-body" }, 1),
  broken("closed in the body", { kind: "cut", at: "mid-body", by: "close" }, 1),
  broken("closed in the body, chunked", { kind: "cut", at: "mid-body", by: "close", announced: false }, 1),
  {
    name: "reset before the headers, once",
    rules: () => [{ times: 1, fault: { kind: "cut", at: "before-headers" } }],
    reads: "ok ×2",
    creates: "ConnectionError unknown ×1",
    stored: 0,
  },
  stalled("stall before the headers", { kind: "stall", at: "before-headers" }, 0),
  stalled("stall before the headers, after the operation", { kind: "stall", at: "before-headers", when: "after" }, 1),
  stalled("stall after the headers", { kind: "stall", at: "after-headers" }, 1),
  stalled("stall in the body", { kind: "stall", at: "mid-body" }, 1),
  stalled("stall in the body, chunked", { kind: "stall", at: "mid-body", announced: false }, 1),
  stalled("a byte every 60 ms", { kind: "drip", bytes: 1, everyMs: 60 }, 1),
  stalled("a byte every 60 ms, chunked", { kind: "drip", bytes: 1, everyMs: 60, announced: false }, 1),
  stalled("stall before the headers, total time up", { kind: "stall", at: "before-headers" }, 0, {
    timeoutMs: 10_000,
    totalTimeoutMs: stallMs,
    reads: "TimeoutError:total unknown ×1",
    creates: "TimeoutError:total unknown ×1",
  }),
  stalled("stall in the body, total time up", { kind: "stall", at: "mid-body" }, 1, {
    timeoutMs: 10_000,
    totalTimeoutMs: stallMs,
    reads: "TimeoutError:total unknown ×1",
    creates: "TimeoutError:total unknown ×1",
  }),
  stalled("stall before the headers, aborted by the caller", { kind: "stall", at: "before-headers" }, 0, {
    timeoutMs: 10_000,
    abortAfterMs: stallMs,
    reads: "AbortError unknown ×1",
    creates: "AbortError unknown ×1",
  }),
  stalled("stall in the body, aborted by the caller", { kind: "stall", at: "mid-body" }, 1, {
    timeoutMs: 10_000,
    abortAfterMs: stallMs,
    reads: "AbortError unknown ×1",
    creates: "AbortError unknown ×1",
  }),
  {
    name: "100 bytes every 5 ms",
    rules: () => [{ fault: { kind: "drip", bytes: 100, everyMs: 5 } }],
    reads: "ok ×1",
    creates: "ok ×1",
    stored: 1,
  },
  {
    name: "answer 100 ms late",
    rules: () => [{ fault: { kind: "latency", ms: 100 } }],
    reads: "ok ×1",
    creates: "ok ×1",
    stored: 1,
    notBeforeMs: 95,
  },
];
