import { describe, expect, test } from "vitest";
import { hasBrowser, visit } from "./browser.ts";

describe.skipIf(!hasBrowser)("requests by hand", () => {
  const site = visit("/sessions/");

  test.each([
    ["foundry-aip-agents", "Create a session", "ri.aip-agents..session."],
    ["kore-agent-platform", "Create a session", "sessionReference"],
    ["kore-xo", "List the sessions of one bot, or look some up", "moreAvailable"],
  ])("%s: %s is answered by the emulator in the page", { timeout: 60_000 }, async (api, operation, expected) => {
    const { page, troubles } = await site.open(`reference/try/?api=${api}`);
    await page.locator("#scalar").getByText(operation, { exact: true }).first().click();
    await page.getByRole("button", { name: "Test Request" }).first().click();
    const client = page.getByRole("dialog");
    await client.getByRole("button", { name: /^Send/ }).first().click();
    await client.getByText("200 OK").first().waitFor({ timeout: 15_000 });
    await client.getByText(expected).first().waitFor({ timeout: 15_000 });
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
