import { mkdir, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { cases } from "./matrix/cases.ts";
import type { Report } from "./matrix/cell.ts";
import { expectedFor, isCreate, operationsOf } from "./matrix/fault-case.ts";
import { styles } from "./matrix/ours/run-cell.ts";
import { reportOf } from "./report/report.ts";
import { runProgram, type Ran } from "./support/run-program.ts";

let ours: Ran<Report>;
let rivals: Ran<Report>;
beforeAll(async () => {
  [ours, rivals] = await Promise.all([
    runProgram<Report>("matrix/ours/main.ts"),
    runProgram<Report>("matrix/rivals/main.ts"),
  ]);
}, 240_000);

describe.each(cases)("$name", (faultCase) => {
  test.each(operationsOf(faultCase))("%s, in both styles", (operation) => {
    const found = ours.message.cells.filter((cell) => cell.fault === faultCase.name && cell.operation === operation);
    const wanted = {
      label: expectedFor(faultCase, operation),
      stored: isCreate(operation) ? faultCase.stored : 0,
      problems: [],
    };
    const seen = found.map(({ style, label, stored, problems }) => ({ style, label, stored, problems }));
    expect(seen).toEqual(styles.map((style) => ({ style, ...wanted })));
  });
});

describe("the process in which our clients met every fault", () => {
  test("ended by itself, and no rejection went unhandled", () => {
    expect(ours.code).toBe(0);
  });

  test("printed nothing at all, and so no secret", () => {
    expect([ours.stdout, ours.stderr]).toEqual(["", ""]);
    expect(ours.message.secrets.length).toBeGreaterThan(10);
  });

  test("met every fault with every operation in both styles", () => {
    const count = cases.reduce((sum, faultCase) => sum + operationsOf(faultCase).length * styles.length, 0);
    expect(ours.message.cells).toHaveLength(count);
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
  });
});

describe("the matrix", () => {
  /** What the other clients do under faults that all must survive. Where this no longer holds, the README is out of date. */
  test("shows what the others do", () => {
    const labelOf = (client: string, fault: string, operation: string): string | undefined =>
      rivals.message.cells.find(
        (cell) => cell.client === client && cell.fault === fault && cell.operation === operation,
      )?.label;
    const official = "@osdk/client";
    const generated = "redocly generate-client";
    expect(labelOf(official, "answer 100 ms late", "createSession")).toBe("ok ×1");
    expect(labelOf(generated, "answer 100 ms late", "createSession")).toBe("ok ×1");
    expect(labelOf(official, "stall in the body", "getSession")).toBe("hangs");
    expect(labelOf(generated, "204", "getSession")).toBe("gives undefined ×1");
  });

  test("is printed, and kept beside the code when asked to", async () => {
    const text = reportOf([...ours.message.cells, ...rivals.message.cells]);
    process.stdout.write(`\n${text}\n`);
    for (const { name } of cases) expect(text).toContain(name);
    // Not every time: how often a rival tries before it is stopped depends on how busy the machine is.
    if (process.env["UPDATE_RESULTS"] === undefined) return;
    const folder = new URL("../results/", import.meta.url);
    await mkdir(folder, { recursive: true });
    await writeFile(new URL("fault-matrix.md", folder), text);
  });
});
