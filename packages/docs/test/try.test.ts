import { describe, expect, test } from "vitest";
import { operations } from "../src/descriptions/operations.ts";
import { hasBrowser, visit } from "./browser.ts";

/** What only a good answer of the emulator holds. */
const found: Readonly<Record<string, RegExp>> = {
  createSession: /"rid": "ri\.aip-agents\.\.session\./,
  listSessions: /"rid": "ri\.aip-agents\.\.session\./,
  getSession: /"rid": "ri\.aip-agents\.\.session\.292db3b2/,
  createAppSession: /"sessionReference"/,
  listAppSessions: /"sessionId"/,
  getBotSessions: /"total": [1-9]/,
  getAccountSessions: /"total": [1-9]/,
};

describe.skipIf(!hasBrowser)("requests by hand", () => {
  const site = visit("/sessions/");

  test.each(operations)(
    "$id: sent from its reference, it finds something in the emulator",
    { timeout: 60_000 },
    async ({ id, api }) => {
      const reference = await site.open(`reference/${api.name}/${id}/`, { javaScriptEnabled: false });
      const link = await reference.page.getByRole("link", { name: "Send a request by hand" }).getAttribute("href");
      await reference.page.context().close();
      const { page, troubles } = await site.open(link?.replace("/sessions/", "") ?? "");
      const heading = operations.find((operation) => operation.id === id)?.summary ?? "";
      const section = page
        .locator("#scalar section", { has: page.getByRole("heading", { name: heading, exact: true }) })
        .last();
      await expect
        .poll(() => section.boundingBox().then((box) => box !== null && Math.abs(box.y) < 900), { timeout: 15_000 })
        .toBe(true);
      await section.getByRole("button", { name: /Test Request/ }).click();
      const client = page.getByRole("dialog");
      await client.getByRole("button", { name: /^Send/ }).first().click();
      await client.getByText("200 OK").first().waitFor({ timeout: 15_000 });
      await expect.poll(() => client.innerText(), { timeout: 15_000 }).toMatch(found[id] ?? /nothing is known/);
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  test("nothing offers to sign in elsewhere", { timeout: 60_000 }, async () => {
    const { page } = await site.open("reference/try/?api=foundry-aip-agents");
    await page.getByRole("button", { name: "Test Request" }).first().waitFor();
    expect(await page.locator("#scalar").innerText()).not.toMatch(/oauth2/i);
    await page.context().close();
  });
});
