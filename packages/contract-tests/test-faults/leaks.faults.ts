import { describe, expect, test } from "vitest";
import type { AbortedListings } from "./leaks/aborted-listings.ts";
import type { HeapSlope } from "./leaks/heap.ts";
import type { ListenerCount } from "./leaks/signal.ts";
import { slopeOf } from "./leaks/slope.ts";
import { runProgram } from "./support/run-program.ts";

describe("one signal for 10,000 calls", () => {
  test("has no listener on it after any of them, whatever their end", async () => {
    const { message, stdout, stderr, code } = await runProgram<ListenerCount>("leaks/signal.ts");
    expect(message).toEqual({
      calls: 10_000,
      most: 0,
      ends: {
        create: "ok",
        get: "ok",
        "get nothing": "SessionNotFound",
        "get with bad input": "ConfigurationError",
        "list and break off": "ok",
        "list all": "ok",
        "list a page": "ok",
        "list windows": "ok",
        "try again": "RateLimited",
        break: "ConnectionError",
        "time out": "TimeoutError",
      },
    });
    expect([stdout, stderr, code]).toEqual(["", "", 0]);
  });
});

describe("1,000 listings, each aborted somewhere on its way", () => {
  test("leave no socket busy, and none that the next call would have to wait for", async () => {
    const { message, stdout, stderr, code } = await runProgram<AbortedListings>("leaks/aborted-listings.ts");
    const { ends, underWay, afterwardsMs } = message;
    // How many are read to their end before the abort comes depends on how busy the machine is.
    expect(Object.keys(ends).filter((end) => end !== "AbortError" && end !== "read to its end")).toEqual([]);
    expect(ends["AbortError"]).toBeGreaterThan(500);
    expect(underWay).toBe(0);
    expect(afterwardsMs).toBeLessThan(1000);
    expect([stdout, stderr, code]).toEqual(["", "", 0]);
  });
});

describe("100,000 calls", () => {
  test("leave less than a byte each on the heap", async () => {
    const { message, stderr } = await runProgram<HeapSlope[]>("leaks/heap.ts", { nodeOptions: ["--expose-gc"] });
    expect(message.map(({ calls }) => calls)).toEqual(message.map(() => 100_000));
    expect(message.filter(({ bytesPerCall }) => !(bytesPerCall < 1))).toEqual([]);
    expect(message).toHaveLength(5);
    expect(stderr).toBe("");
  });

  test("would be seen to grow if they did", () => {
    expect(
      slopeOf([
        [0, 5],
        [10, 25],
        [20, 45],
      ]),
    ).toBeCloseTo(2);
    expect(
      slopeOf([
        [0, 100],
        [1000, 90],
        [2000, 110],
        [3000, 100],
      ]),
    ).toBeLessThan(1);
  });
});
