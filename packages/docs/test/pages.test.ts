import { describe, expect, test } from "vitest";
import { readPages } from "../src/checks/pages.ts";
import { hasBrowser, playgroundReady, visit } from "./browser.ts";
import { builds } from "./builds.ts";

describe.skipIf(!hasBrowser).each(builds)("pages, built for $base", ({ base }) => {
  const site = visit(base);

  test("open without an error, a failed request, or a request to another origin", { timeout: 240_000 }, async () => {
    const troubled: Record<string, string[]> = {};
    for (const { path } of readPages(site.folder)) {
      const { page, troubles } = await site.open(path);
      if (path === "playground/") await playgroundReady(page);
      if (path === "reference/try/") await page.getByRole("button", { name: "Test Request" }).first().waitFor();
      await page.waitForTimeout(50);
      // The page of errors is served as it is here, and so is not an error.
      if (troubles.length > 0) troubled[path] = troubles;
      await page.context().close();
    }
    expect(troubled).toEqual({});
  });
});

describe.skipIf(!hasBrowser)("without JavaScript", () => {
  const site = visit("/");

  test("guides, references and facts can be read, and the playground says what it needs", async () => {
    const read = async (path: string): Promise<string> => {
      const { page } = await site.open(path, { javaScriptEnabled: false });
      const text = await page.innerText("main");
      await page.context().close();
      return text;
    };
    expect(await read("guides/errors/")).toContain("may have acted");
    expect(await read("reference/kore-xo/getBotSessions/")).toContain("curl");
    expect(await read("coverage/")).toContain("getAccountSessions");
    expect(await read("playground/")).toContain("needs JavaScript");
  });
});
