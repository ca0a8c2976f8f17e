import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { hasBrowser, playgroundReady, runProgram, visit } from "./browser.ts";
import { packageFolder } from "./support.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** One page of each kind, and every page that is written by hand differently from the others. */
const paths = [
  "",
  "guides/start/",
  "guides/facade/",
  "guides/error-names/",
  "guides/runtimes/",
  "playground/",
  "reference/kore-xo/",
  "reference/kore-agent-platform/createAppSession/",
  `packages/${"@org/sessions".slice(1)}/`,
  "coverage/",
  "benchmarks/",
  "downstream/",
  "changelog/",
  "reference/try/",
  "404.html",
];

/** The two widgets that are not ours: what axe finds in them is written down, with their versions. */
const widgets = { "monaco-editor": ".monaco-editor", "@scalar/api-reference": "#scalar" } as const;

interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly where: string;
}

async function findings(page: Page, context: unknown): Promise<Finding[]> {
  await page.evaluate(axe);
  const results = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(context: unknown): Promise<AxeResults> } }).axe.run(given),
    context,
  );
  return results.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target }) => ({ rule: id, impact: String(impact), where: target.join(" ") })),
    );
}

describe.skipIf(!hasBrowser).each(["light", "dark"] as const)("in %s", (colorScheme) => {
  const site = visit("/");

  test.each(paths)("/%s has no serious violation", { timeout: 60_000 }, async (path) => {
    const { page } = await site.open(path, { colorScheme });
    if (path === "playground/") {
      await playgroundReady(page);
      await page.selectOption("#example", "fault");
      await runProgram(page);
    }
    if (path === "reference/try/") await page.getByRole("button", { name: "Test Request" }).first().waitFor();
    expect(await findings(page, { exclude: Object.values(widgets).map((selector) => [selector]) })).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!hasBrowser)("the widgets of others", () => {
  const site = visit("/");

  test("have what is found in them written down", { timeout: 60_000 }, async () => {
    const { dependencies } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    const lines: string[] = [];
    for (const [name, selector] of Object.entries(widgets)) {
      const { page } = await site.open(name === "monaco-editor" ? "playground/" : "reference/try/");
      await page.locator(selector).first().waitFor();
      await page.waitForTimeout(2000);
      const found = await findings(page, { include: [[selector]] });
      lines.push(`## ${name} ${dependencies[name]}`, "");
      const rules = new Set(found.map(({ rule, impact }) => `- ${rule} (${impact})`));
      lines.push(...(rules.size === 0 ? ["Nothing serious."] : [...rules].toSorted()), "");
      await page.context().close();
    }
    const head =
      "# Accessibility of the widgets that are not ours\n\nSerious findings of axe inside them. `UPDATE_RESULTS=1 pnpm test:docs` writes them anew.\n\n";
    const results = join(packageFolder, "results/widgets-accessibility.md");
    const text = `${head}${lines.join("\n").trim()}\n`;
    if (process.env["UPDATE_RESULTS"] !== undefined) writeFileSync(results, text);
    expect(text).toBe(readFileSync(results, "utf8"));
  });
});

describe.skipIf(!hasBrowser)("by keyboard alone", () => {
  const site = visit("/");

  test.each(["", "guides/errors/", "reference/kore-xo/getBotSessions/", "coverage/", "playground/"])(
    "/%s: Tab reaches everything that can be used, and nothing holds it",
    { timeout: 60_000 },
    async (path) => {
      const { page } = await site.open(path);
      if (path === "playground/") await playgroundReady(page);
      const count = await page.evaluate(() => {
        const usable = [
          ...document.querySelectorAll<HTMLElement>("a[href], button, select, input, summary, [tabindex='0']"),
        ];
        const visible = usable.filter(
          (element) =>
            element.checkVisibility({ checkVisibilityCSS: true }) &&
            !element.matches(":disabled, [tabindex='-1'], .monaco-editor *"),
        );
        for (const element of visible) element.dataset.usable = "";
        return visible.length;
      });
      const reached = new Set<string>();
      for (let presses = 0; presses < count + 40; presses += 1) {
        await page.keyboard.press("Tab");
        const index = await page.evaluate(() => {
          const all = [...document.querySelectorAll("[data-usable]")];
          return all.indexOf(document.activeElement as Element);
        });
        if (index >= 0) reached.add(String(index));
      }
      const missed = await page.evaluate(
        (seen) =>
          [...document.querySelectorAll("[data-usable]")]
            .filter((_, index) => !seen.includes(String(index)))
            // A script takes the focus from code that turns out not to scroll.
            .filter((element) => element.matches("a[href], button, select, input, summary, [tabindex='0']"))
            .map((element) => element.outerHTML.slice(0, 120)),
        [...reached],
      );
      // Of a group of tabs only the chosen one is reached by Tab; arrows reach the others.
      expect(missed).toEqual([]);
      await page.context().close();
    },
  );

  test("the playground: choose an example, edit, leave the editor, and run", { timeout: 60_000 }, async () => {
    const { page } = await site.open("playground/");
    await playgroundReady(page);
    await page.focus("#example");
    await page.keyboard.type("Create a session");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("#status")?.textContent?.startsWith("Done"));
    expect(await page.innerText("#output")).toContain("created support:");
    await page.focus("#reset");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".monaco-editor") !== null)).toBe(true);
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("// by keyboard\n");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() => document.querySelector("#status")?.textContent?.startsWith("Done"));
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest(".monaco-editor") === null)).toBe(true);
    await page.context().close();
  });
});
