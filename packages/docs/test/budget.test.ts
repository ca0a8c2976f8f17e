import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { hasBrowser, visit } from "./browser.ts";

describe.skipIf(!hasBrowser)("the landing page", () => {
  const site = visit("/");

  test("transfers under 150 kB, and nothing of the editor", async () => {
    const { page } = await site.open("");
    const bodies = new Map<string, number>();
    page.on("response", async (response) => {
      const body = await response.body().catch(() => Buffer.alloc(0));
      bodies.set(response.url(), gzipSync(body).length + 500);
    });
    await page.reload({ waitUntil: "networkidle" });
    const total = [...bodies.values()].reduce((sum, bytes) => sum + bytes, 0);
    console.log(`landing page: ${bodies.size} requests, ${(total / 1000).toFixed(1)} kB with gzip and headers`);
    expect(bodies.size).toBeGreaterThan(2);
    expect(total).toBeLessThan(150_000);
    expect([...bodies.keys()].filter((url) => /playground|try\//.test(url))).toEqual([]);
    await page.context().close();
  });
});
