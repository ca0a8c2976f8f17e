import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser, visit } from "./browser.ts";

describe.skipIf(!hasBrowser)("search", () => {
  const site = visit("/sessions/");

  async function search(page: Page, words: string): Promise<string[]> {
    // Disabled until its script has loaded.
    await page.locator("button[data-open-modal]:enabled").click();
    await page.locator(".pagefind-ui__search-input").fill(words);
    await page.locator(".pagefind-ui__result-link").first().waitFor();
    return page
      .locator(".pagefind-ui__result-link")
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  }

  test.each([
    ["estimatedExpiresTime", "/sessions/reference/foundry-aip-agents/"],
    ["containmentType", "/sessions/reference/kore-xo/"],
    ["IDP_Redirect", "/sessions/reference/kore-agent-platform/createAppSession/"],
  ])("finds %s in the reference", async (words, path) => {
    const { page, troubles } = await site.open("");
    expect((await search(page, words)).join(" ")).toContain(path);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test.each(["AgentVersionNotFound", "RateLimited", "PaginationError", "UnrecognizedApiError", "ApiUsageDenied"])(
    "leads from %s to the guide that explains it, first of all",
    async (name) => {
      const { page } = await site.open("");
      const found = await search(page, name);
      expect(found[0]).toMatch(/^\/sessions\/guides\//);
      await page.locator(".pagefind-ui__result-link").first().click();
      await page.waitForURL("**/guides/**");
      expect(await page.locator("main").innerText()).toContain(name);
      await page.context().close();
    },
  );
});
