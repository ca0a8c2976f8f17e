import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], maxConcurrency: 3, testTimeout: 30_000, fileParallelism: false },
});
