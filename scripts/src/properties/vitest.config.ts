import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

/** For packages whose tests have properties. */
export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 30_000,
    setupFiles: [fileURLToPath(new URL("setup.ts", import.meta.url))],
  },
});
