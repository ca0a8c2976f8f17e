import { describe, expect, test } from "vitest";
import { readExamples } from "../src/playground/build/examples.ts";
import { hasBrowser, playgroundReady, runProgram, visit } from "./browser.ts";

const examples = readExamples();

describe.skipIf(!hasBrowser)("the playground", () => {
  const site = visit("/sessions/");

  test("offers a dozen prepared examples, and the call of each operation", () => {
    expect(examples.filter(({ about }) => !about.includes("as the reference shows it")).length).toBeGreaterThanOrEqual(
      12,
    );
    expect(new Set(examples.map(({ key }) => key)).size).toBe(examples.length);
  });

  test("runs every example to its end, without a complaint of the compiler", { timeout: 120_000 }, async () => {
    const { page, troubles } = await site.open("playground/");
    await playgroundReady(page);
    const failed: string[] = [];
    for (const { key } of examples) {
      await page.selectOption("#example", key);
      const { status, output } = await runProgram(page);
      if (!status.startsWith("Done") || output.trim() === "") failed.push(`${key}: ${status}: ${output}`);
      if (key === "list") await page.waitForTimeout(4000);
      const complaints = await page.locator(".monaco-editor .squiggly-error").count();
      if (complaints > 0) failed.push(`${key}: ${complaints} complaints of the compiler`);
    }
    expect(failed).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("runs a program that was edited", { timeout: 60_000 }, async () => {
    const { page } = await site.open("playground/?example=create");
    await playgroundReady(page);
    expect((await runProgram(page)).output).toContain("created support:");
    await page.locator(".monaco-editor .view-lines").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type('console.log("edited: " + ticket.agent?.version);');
    expect((await runProgram(page)).output).toContain("edited: 1.0");
    await page.context().close();
  });

  test(
    "knows the types of the facade: completion, and a complaint about what is wrong",
    { timeout: 60_000 },
    async () => {
      const { page } = await site.open("playground/?example=create");
      await playgroundReady(page);
      await page.locator(".monaco-editor .view-lines").click();
      await page.keyboard.press("Control+End");
      await page.keyboard.type("sessions.support.");
      const suggestions = page.locator(".suggest-widget .monaco-list-row");
      await suggestions.filter({ hasText: "create" }).first().waitFor({ timeout: 20_000 });
      await suggestions.filter({ hasText: "list" }).first().waitFor();
      await page.keyboard.press("Escape");
      await page.keyboard.type("creat;");
      await page.locator(".monaco-editor .squiggly-error").first().waitFor({ timeout: 20_000 });
      await page.context().close();
    },
  );

  test("draws the attempts of a call that met a fault", { timeout: 60_000 }, async () => {
    const { page } = await site.open("playground/?example=fault");
    await playgroundReady(page);
    await runProgram(page);
    const timeline = page.locator(".timeline");
    expect(await timeline.locator("figcaption").innerText()).toBe("UnrecognizedApiError: 3 attempts, outcome unknown");
    expect(await timeline.locator("li").count()).toBe(3);
    expect(await timeline.locator(".bar.bad").count()).toBe(3);

    await page.selectOption("#fault", "once-500");
    await runProgram(page);
    expect(await timeline.locator("li").count()).toBe(2);
    expect(await timeline.locator(".bar.good").count()).toBe(1);
    await page.context().close();
  });

  test("stops a program that never ends", { timeout: 60_000 }, async () => {
    const { page } = await site.open("playground/");
    await playgroundReady(page);
    await page.locator(".monaco-editor .view-lines").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.type("for (;;) {}");
    await page.click("#run");
    await page.waitForFunction(() => document.querySelector("#status")?.textContent === "Running");
    await page.click("#stop");
    expect(await page.textContent("#status")).toBe("Stopped");
    await page.context().close();
  });

  test("is two clicks from the landing page to a first successful listing", { timeout: 60_000 }, async () => {
    const { page } = await site.open("");
    await page.getByRole("link", { name: "Try it in this page" }).click();
    await playgroundReady(page);
    const { status, output } = await runProgram(page);
    expect(status).toMatch(/^Done/);
    expect(output).toMatch(/\d+ sessions in all/);
    await page.context().close();
  });
});
