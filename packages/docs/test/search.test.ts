import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser, visit } from "./browser.ts";
import { builds } from "./builds.ts";
import { packageFolder } from "./support.ts";

const [, { base, folder }] = builds;

/** All names that the page of errors explains. */
function errorNames(): string[] {
  const html = readFileSync(join(packageFolder, folder, "guides/error-names/index.html"), "utf8");
  return [...html.matchAll(/<h3 [^>]*>\s*<code[^>]*>([^<]+)<\/code>/g)].map(([, name = ""]) => name);
}

describe.skipIf(!hasBrowser)("search", () => {
  const site = visit(base);

  /** Types it where a reader does, and gives the paths of what is shown, best first. */
  async function search(page: Page, words: string): Promise<string[]> {
    const input = page.locator(".pagefind-ui__search-input");
    // Disabled until its script has loaded.
    if (!(await input.isVisible())) await page.locator("button[data-open-modal]:enabled").click();
    await input.fill("");
    await page.locator(".pagefind-ui__result-link").first().waitFor({ state: "detached" });
    await input.fill(words);
    await page.locator(".pagefind-ui__message").getByText(words, { exact: false }).waitFor();
    await page.locator(".pagefind-ui__result-link").first().waitFor();
    return page
      .locator(".pagefind-ui__result-link")
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  }

  test.each([
    ["estimatedExpiresTime", "reference/foundry-aip-agents/"],
    ["containmentType", "reference/kore-xo/"],
    ["IDP_Redirect", "reference/kore-agent-platform/createAppSession/"],
  ])("finds %s in the reference", async (words, path) => {
    const { page, troubles } = await site.open("");
    expect((await search(page, words)).join(" ")).toContain(base + path);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test.each([
    ["createSessions", ["guides/start/", "guides/facade/"]],
    ["createEmulator", ["guides/start/", "guides/testing/"]],
    ["sessions-emulator", ["guides/testing/"]],
    ["seed", ["guides/testing/"]],
    ["mock", ["guides/testing/"]],
    ["undici", ["guides/runtimes/"]],
    ["ProxyAgent", ["guides/runtimes/"]],
    ["CORS", ["guides/runtimes/"]],
    ["commonjs", ["guides/runtimes/"]],
    ["getting started", ["guides/start/"]],
    ["quick start", ["guides/start/"]],
    ["cancel", ["guides/retries/"]],
    ["cursor", ["guides/listings/"]],
    ["docker", ["guides/testing/"]],
    ["licence", ["guides/versions/"]],
    ["foundry-checks", ["guides/drift/"]],
  ])(
    "leads from %s to the guides that tell of it, among the first five pages",
    { timeout: 60_000 },
    async (words, guides) => {
      const { page } = await site.open("");
      const found = [...new Set(await search(page, words))].slice(0, 5);
      expect(found).toEqual(expect.arrayContaining(guides.map((guide) => base + guide)));
      await page.context().close();
    },
  );

  test("leads from the name of an error to the page that explains it, first of all", { timeout: 120_000 }, async () => {
    const { page } = await site.open("");
    const names = errorNames();
    expect(names).toEqual(expect.arrayContaining(["ConfigurationError", "SessionNotFound", "Unauthorized"]));
    expect(names.length).toBeGreaterThan(30);
    const elsewhere: Record<string, string | undefined> = {};
    for (const name of names) {
      const [first] = await search(page, name);
      if (first !== `${base}guides/error-names/`) elsewhere[name] = first;
    }
    expect(elsewhere).toEqual({});
    await page.locator(".pagefind-ui__result-link").first().click();
    await page.waitForURL("**/guides/error-names/**");
    expect(await page.locator("main").innerText()).toContain(names.at(-1));
    await page.context().close();
  });
});
