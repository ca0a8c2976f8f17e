import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { RetryPolicy } from "../src/options.js";
import { backoffMs, resolveRetryPolicy, worseOutcome } from "../src/retry.js";

describe("backoff", () => {
  const policies = fc.record({
    maxAttempts: fc.constant(3),
    baseDelayMs: fc.integer({ min: 1, max: 10_000 }),
    maxDelayMs: fc.integer({ min: 1, max: 100_000 }),
  });

  test("is any part of a bound that doubles with each attempt up to the cap", () => {
    fc.assert(
      fc.property(
        policies,
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (policy, attempt, part) => {
          let bound = policy.baseDelayMs;
          for (let earlier = 1; earlier < attempt; earlier++) bound *= 2;
          bound = Math.min(bound, policy.maxDelayMs);
          const wait = backoffMs(attempt, policy, () => part);
          expect(Number.isSafeInteger(wait)).toBe(true);
          // Nothing may come of nothing, and everything but the bound itself of everything: the jitter is full.
          expect(Math.abs(wait - part * bound)).toBeLessThan(1);
          expect(wait).toBeLessThanOrEqual(bound);
        },
      ),
    );
  });

  test("is half a second at most, then one, two, four and eight, unless told otherwise", () => {
    const policy = resolveRetryPolicy(undefined, undefined);
    const longest = [1, 2, 3, 4, 5, 6, 7].map((attempt) => backoffMs(attempt, policy, () => 0.999_999));
    expect(longest).toEqual([499, 999, 1999, 3999, 7999, 7999, 7999]);
  });
});

describe("a policy", () => {
  test.each([
    [undefined, undefined, 3],
    [false, undefined, 1],
    [false, { maxAttempts: 5 }, 5],
    [{ maxAttempts: 5 }, undefined, 5],
    [{ maxAttempts: 5 }, { baseDelayMs: 1 }, 5],
    [{ maxAttempts: 5 }, { maxAttempts: 2 }, 2],
    [{ maxAttempts: 5 }, false, 1],
    [undefined, false, 1],
    [undefined, { maxAttempts: undefined }, 3],
    [{ maxAttempts: 5 }, { maxAttempts: undefined }, 5],
  ] as const)("of the client (%o) gives way to the call's (%o): %i attempts", (client, call, attempts) =>
    expect(resolveRetryPolicy(client, call).maxAttempts).toBe(attempts),
  );

  test("has each of its settings from the call, else from the client, else by default", () => {
    const setting = fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined });
    const policy: fc.Arbitrary<RetryPolicy> = fc.record(
      { maxAttempts: setting, baseDelayMs: setting, maxDelayMs: setting },
      { requiredKeys: [] },
    );
    const byDefault = { maxAttempts: 3, baseDelayMs: 500, maxDelayMs: 8000 };
    fc.assert(
      fc.property(fc.option(policy, { nil: undefined }), fc.option(policy, { nil: undefined }), (client, call) => {
        for (const name of ["maxAttempts", "baseDelayMs", "maxDelayMs"] as const) {
          expect(resolveRetryPolicy(client, call)[name]).toBe(call?.[name] ?? client?.[name] ?? byDefault[name]);
        }
      }),
    );
  });
});

test("the worst outcome wins", () => {
  expect(worseOutcome("notSent", "rejected")).toBe("rejected");
  expect(worseOutcome("unknown", "rejected")).toBe("unknown");
  expect(worseOutcome("notSent", "notSent")).toBe("notSent");
});
