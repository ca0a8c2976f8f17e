import { expect, test } from "vitest";
import { failuresOf } from "../contract/failures.ts";

const passed = { fullName: "holds", status: "passed", failureMessages: [] };

test("names each failed test and says why, without its stack", () => {
  const message =
    "Error: Property failed\nCounterexample: [1]\n\n    at one (file.ts:1:2)\n    at another (file.ts:3:4)";
  const failed = { fullName: "a listing ends", status: "failed", failureMessages: [message] };
  const file = { name: "one.ts", status: "failed", message: "", assertionResults: [passed, failed] };
  expect(failuresOf({ testResults: [file] })).toEqual([
    "a listing ends\n  Error: Property failed\n  Counterexample: [1]",
  ]);
});

test("names a file that could not be loaded", () => {
  const file = { name: "two.ts", status: "failed", message: "Cannot find module", assertionResults: [] };
  expect(failuresOf({ testResults: [file] })).toEqual(["two.ts\n  Cannot find module"]);
});

test("says nothing of what passed", () => {
  const file = { name: "one.ts", status: "passed", message: "", assertionResults: [passed] };
  expect(failuresOf({ testResults: [file] })).toEqual([]);
});

test("cuts what nobody reads to the end", () => {
  const message = Array.from({ length: 100 }, () => "x".repeat(1000)).join("\n");
  const failed = { fullName: "t", status: "failed", failureMessages: [message] };
  const [text = ""] = failuresOf({
    testResults: [{ name: "one.ts", status: "failed", message: "", assertionResults: [failed] }],
  });
  expect(text.split("\n")).toHaveLength(13);
  expect(text.length).toBeLessThan(7000);
});
