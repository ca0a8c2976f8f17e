import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { makeScratch } from "../src/scratch.ts";

const folder = mkdtempSync(join(tmpdir(), "scratch-test-"));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("a copy that cannot be finished leaves nothing behind", async () => {
  const [bin, temp] = [join(folder, "bin"), join(folder, "temp")];
  for (const name of [bin, temp]) mkdirSync(name);
  writeFileSync(join(bin, "pnpm"), "#!/bin/sh\necho no registry >&2\nexit 1\n");
  chmodSync(join(bin, "pnpm"), 0o755);
  vi.stubEnv("PATH", `${bin}${delimiter}${process.env["PATH"]}`);
  vi.stubEnv("TMPDIR", temp);
  await expect(makeScratch("copy")).rejects.toThrow(/no registry/);
  expect(readdirSync(temp)).toEqual([]);
});
