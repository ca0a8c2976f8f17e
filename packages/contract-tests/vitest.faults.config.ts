import { defineConfig } from "vitest/config";

/** The slow suite: every fault over real sockets, and what must not be left behind after a great many calls. */
export default defineConfig({
  test: {
    include: ["test-faults/**/*.faults.ts"],
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
