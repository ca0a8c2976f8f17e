import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { commitReports, committedReports, staleReports } from "../src/release/api/committed.ts";
import { compareApis } from "../src/release/check/types/compare-apis.ts";

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

const index = "packages/box/api/index.api.md";
const raw = "packages/box/api/raw.api.md";

test("a report is stale when it is missing, when it differs, and when its entry point is gone", () => {
  const extracted = new Map([
    [index, "now"],
    [raw, "same"],
  ]);
  expect(
    staleReports(
      new Map([
        [index, "then"],
        [raw, "same"],
      ]),
      extracted,
    ),
  ).toEqual([index]);
  expect(staleReports(new Map([[raw, "same"]]), extracted)).toEqual([index]);
  expect(staleReports(extracted, new Map([[index, "now"]]))).toEqual([raw]);
  expect(staleReports(extracted, extracted)).toEqual([]);
});

test("writing reports adds, changes and removes what is stale, and tells it", () => {
  const root = mkdtempSync(join(tmpdir(), "reports-"));
  folders.push(root);
  expect(
    commitReports(
      new Map([
        [index, "one"],
        [raw, "two"],
      ]),
      root,
    ),
  ).toEqual([index, raw]);
  expect(commitReports(new Map([[index, "one more"]]), root)).toEqual([index, raw]);
  expect([...committedReports(root)]).toEqual([[index, "one more"]]);
  expect(readFileSync(join(root, index), "utf8")).toBe("one more");
});

test("the real API compared with itself has not changed", { timeout: 60_000 }, () => {
  const reports = committedReports();
  expect(reports.size).toBeGreaterThan(15);
  expect(compareApis(reports, reports)).toEqual(new Map());
});
