import { isConfigurationError } from "@org/runtime";
import { describe, expect, test } from "vitest";
import { checkSpan } from "../src/check-span.js";

describe("a span", () => {
  test.each([
    {},
    { dateFrom: "2026-02-01" },
    { dateTo: "2026-02-01" },
    { dateFrom: "2026-02-01", dateTo: "2026-02-01" },
    { dateFrom: "2026-02-01", dateTo: "2026-02-07" },
    { dateFrom: "2026-02-01T00:00:00.000Z", dateTo: "2026-02-07T23:59:59.999Z" },
    { dateFrom: "2026-02-01", dateTo: "2026-02-07T23:59:59.999Z" },
    { dateFrom: "2026-02-01", dateTo: "2026-02-07T23:59:59.9999Z" },
  ])("under 7 days passes: %o", (input) => expect(() => checkSpan(input)).not.toThrow());

  test.each([
    ["exactly 7 days", { dateFrom: "2026-02-01", dateTo: "2026-02-08" }, "less than 7 days"],
    ["7 days in two spellings", { dateFrom: "2026-02-01", dateTo: "2026-02-08T00:00:00Z" }, "less than 7 days"],
    ["a year", { dateFrom: "2025-02-01", dateTo: "2026-02-01" }, "less than 7 days"],
    ["an inverted one", { dateFrom: "2026-02-02", dateTo: "2026-02-01" }, "before input.dateFrom"],
    ["one that ends on no day", { dateFrom: "2026-02-25", dateTo: "2026-02-30" }, "must be a date"],
  ])("is refused: %s", (_, input, words) => {
    let thrown: unknown;
    try {
      checkSpan(input);
    } catch (error) {
      thrown = error;
    }
    expect(isConfigurationError(thrown) && thrown).toMatchObject({ field: "input.dateTo", outcome: "notSent" });
    expect((thrown as Error).message).toContain(words);
  });
});
