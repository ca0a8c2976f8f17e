import { expect, test } from "vitest";
import { partNames, readOptions } from "../src/options.ts";

test("without options everything is measured, at length, for people", () => {
  expect(readOptions([])).toEqual({ parts: partNames, quick: false, json: false });
});

test("--only takes several parts, repeated or with commas, and keeps their order", () => {
  expect(readOptions(["--only", "listing,size"]).parts).toEqual(["size", "listing"]);
  expect(readOptions(["--only", "types", "--only", "calls"]).parts).toEqual(["calls", "types"]);
});

test("a misspelt part or option is refused, not skipped", () => {
  expect(() => readOptions(["--only", "call"])).toThrow("there is no such part; there are calls, size");
  expect(() => readOptions(["--quik"])).toThrow("--quik");
  expect(() => readOptions(["calls"])).toThrow("calls");
});
