import { describe, expect, test } from "vitest";
import { readPages } from "../src/checks/pages.ts";
import { hasBrowser, visit } from "./browser.ts";

describe.skipIf(!hasBrowser).each([360, 768, 1440])("at %s px", (width) => {
  const site = visit("/");

  test("no page is wider than the window", { timeout: 120_000 }, async () => {
    const { page } = await site.open("", { viewport: { width, height: 900 } });
    const tooWide: string[] = [];
    for (const { path } of readPages(site.folder)) {
      await page.goto(site.url + path, { waitUntil: "load" });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) tooWide.push(`${path}: by ${excess} px`);
    }
    expect(tooWide).toEqual([]);
    await page.context().close();
  });
});
