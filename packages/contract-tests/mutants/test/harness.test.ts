import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const program = fileURLToPath(new URL("fixtures/main.ts", import.meta.url));

/** Judges the fixtures of these titles. In a process of its own, since a test runner cannot run in another one. */
async function judged(
  ...titles: readonly string[]
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, [program, ...titles], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [code, output] = await Promise.all([exited, text(child.stdout)]);
  return { code, output };
}

describe("a mutant", { timeout: 60_000 }, () => {
  test("is caught when a test fails, named, or waits in vain; those after it are judged all the same", async () => {
    const { code, output } = await judged("caught", "two edits", "endless", "after it");
    expect(output).toMatch(/price\.ts: caught +-> .*price\.check\.ts: a piece costs a hundred\n/);
    expect(output).toMatch(/price\.ts: two edits +-> .*price\.check\.ts: a piece costs a hundred\n/);
    expect(output).toMatch(/price\.ts: endless +-> +time-out of .*price\.check\.ts/);
    expect(output).toMatch(/price\.ts: after it +-> .*price\.check\.ts: ten are cheaper\n/);
    expect(code).toBe(0);
  });

  test("that no test notices is a survivor, and the run fails", async () => {
    const { code, output } = await judged("caught", "survivor");
    expect(output).toMatch(/price\.ts: survivor +-> +nobody: it SURVIVED\n/);
    expect(code).toBe(1);
  });

  test("that proves nothing is invalid, says why, and the run fails", async () => {
    const { code, output } = await judged("absent", "ambiguous", "syntax", "types", "unloadable");
    expect(output).toContain('INVALID: "euros" is not in price.ts\n');
    expect(output).toContain('INVALID: "cents" is in price.ts 5 times\n');
    expect(output).toContain("INVALID: does not compile: Expression expected.\n");
    expect(output).toContain("INVALID: does not compile: Type 'string' is not assignable to type 'number'.\n");
    expect(output).toMatch(/INVALID: does not load: .*JSON/);
    expect(code).toBe(1);
  });

  test("is not judged by tests that fail without it", async () => {
    const { code, output } = await judged("red");
    expect(output).toMatch(/^the code as it is does not pass .*wrong\.check\.ts \(failed: a piece is free\)\n$/);
    expect(code).toBe(1);
  });

  test("that is alone in failing is enough to fail the run", async () => {
    expect((await judged("caught", "absent")).code).toBe(1);
  });
});
