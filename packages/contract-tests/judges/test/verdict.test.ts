import { describe, expect, test } from "vitest";
import type { Finding, Report } from "../judge.ts";
import type { ReviewedFinding } from "../reviewed.ts";
import { hear } from "../verdict.ts";

const finding: Finding = { api: "kore-xo", place: "getBotSessions", what: "a fault", detail: "found 7" };
const entry: ReviewedFinding = { judge: "j", api: "kore-xo", place: "getBotSessions", what: "a fault", reason: "so" };
const healthy: Report = {
  cases: [{ api: "kore-xo", operation: "o", direction: "emulator -> description", judge: "j", cases: 1 }],
  findings: [],
  planted: [{ what: "a planted fault", seen: true }],
  notes: [],
};

const verdictOf = (report: Partial<Report>, reviewed: readonly ReviewedFinding[] = []) =>
  hear({ name: "j", judge: async () => ({ ...healthy, ...report }) }, reviewed);

describe("a judge's report", () => {
  test("passes when nothing was found and every planted fault was seen", async () => {
    expect(await verdictOf({})).toMatchObject({ failed: false, unknown: [], known: [], gone: [] });
  });

  test("fails by a finding that nobody has reviewed", async () => {
    expect(await verdictOf({ findings: [finding] })).toMatchObject({ failed: true, unknown: [finding] });
  });

  test("passes with a finding that was reviewed", async () => {
    expect(await verdictOf({ findings: [finding] }, [entry])).toMatchObject({ failed: false, known: [entry] });
  });

  test.each([
    ["another judge's", { ...entry, judge: "another" }],
    ["of another place", { ...entry, place: "elsewhere" }],
    ["about something else", { ...entry, says: /found 8/ }],
  ])("fails by a finding whose review is %s", async (_, other) => {
    expect(await verdictOf({ findings: [finding] }, [other])).toMatchObject({ failed: true, unknown: [finding] });
  });

  test("fails when a reviewed finding no longer occurs", async () => {
    expect(await verdictOf({}, [entry])).toMatchObject({ failed: true, gone: [entry] });
  });

  test.each([
    ["misses a planted fault", { planted: [{ what: "a planted fault", seen: false }] }],
    ["was shown no planted fault", { planted: [] }],
    ["judged nothing", { cases: [] }],
  ])("fails when the judge %s", async (_, report) => {
    expect(await verdictOf(report)).toMatchObject({ failed: true });
  });

  test("fails, and says why, when the judge breaks down", async () => {
    const verdict = await hear({ name: "j", judge: () => Promise.reject(new Error("no such program")) }, []);
    expect(verdict).toMatchObject({ failed: true, unknown: [{ what: "broke down" }] });
    expect(verdict.unknown[0]?.detail).toContain("no such program");
  });

  test("is neither passed nor failed where the judge could not run", async () => {
    const verdict = await hear({ name: "j", judge: async () => ({ notRun: "no Python" }) }, [entry]);
    expect(verdict).toMatchObject({ failed: false, notRun: "no Python" });
    expect(verdict).not.toHaveProperty("report");
  });
});
