import { defineConfig } from "vitest/config";

/** The four directions, and those of the other tests that count cases for their table. */
export default defineConfig({
  test: {
    include: ["contract/**/*.contract.ts", "test/bad-input.test.ts", "test/vendor-samples*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    setupFiles: ["../../scripts/src/properties/setup.ts"],
  },
});
