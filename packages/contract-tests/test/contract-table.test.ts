import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { allOperations } from "../contract/support/descriptions.js";
import { directions, readCases, writeCases, type CaseRecord } from "../src/cases.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cases-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A case of each operation in each direction. */
const complete: readonly CaseRecord[] = allOperations.flatMap(({ api, id: operation }) =>
  directions.map((direction) => ({ api, operation, direction, judge: "@org/contract", cases: 1234 })),
);

interface Printed {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program that prints the table, on records that are written first. */
function print(records: readonly CaseRecord[]): Promise<Printed> {
  writeCases("suite", records, folder);
  const program = fileURLToPath(new URL("../contract/table/print.ts", import.meta.url));
  const env = { ...process.env, UPDATE_RESULTS: undefined };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, "--records", folder], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

test("a table without holes is printed, with what was counted and which judges did not run", async () => {
  const { code, stdout, stderr } = await print(complete);
  expect([code, stderr]).toEqual([0, ""]);
  for (const { id } of allOperations) expect(stdout).toContain(id);
  expect(stdout).toContain("1,234");
  expect(stdout).toContain("Not run: respect");
  const oneJudge = [{ ...complete[0]!, judge: "respect" }];
  expect((await print([...complete, ...oneJudge])).stdout).not.toContain("Not run: respect");
});

test("an operation that nobody has looked at in one direction is a hole, which is named and fails", async () => {
  const [{ operation, direction }] = complete as [CaseRecord];
  const { code, stderr } = await print(complete.slice(1));
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Hole: /);
  expect(stderr).toContain(`${operation}, in the direction ${direction}`);
});

test("records of an operation that no description has fail", async () => {
  const { code, stderr } = await print([
    ...complete,
    { ...complete[0]!, operation: "deleteSession", judge: "respect" },
  ]);
  expect(code).toBe(1);
  expect(stderr).toContain("respect counts cases of");
  expect(stderr).toContain("deleteSession");
});

test("records of one place are added up over all suites, and a suite replaces its own", () => {
  const [record] = complete as [CaseRecord];
  writeCases("one", [record, record], folder);
  writeCases("other", [{ ...record, cases: 1 }], folder);
  writeCases("other", [{ ...record, cases: 2 }], folder);
  expect(readCases(folder)).toEqual([{ ...record, cases: 2 * record.cases + 2 }]);
});

test.each([
  ["no array", {}],
  ["a direction that does not exist", [{ ...complete[0], direction: "emulator -> client" }]],
  ["no cases", [{ ...complete[0], cases: 0 }]],
  ["no judge", [{ ...complete[0], judge: "" }]],
])("%s is refused, naming the file", (_, records) => {
  writeFileSync(join(folder, "broken.json"), JSON.stringify(records));
  expect(() => readCases(folder)).toThrow("broken.json");
});
