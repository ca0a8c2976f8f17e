import { defineConfig } from "vitest/config";

/** What works on a copy of the whole repository: one after the other, for each keeps all processors busy. */
export default defineConfig({
  test: { include: ["test-slow/**/*.slow.ts"], testTimeout: 300_000, hookTimeout: 300_000, fileParallelism: false },
});
