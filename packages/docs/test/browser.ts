import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { serveSite } from "../src/checks/serve.ts";
import { builds } from "./builds.ts";
import { packageFolder } from "./support.ts";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);

/** False on a machine without Chromium, where the tests in it are skipped, and shown as skipped. */
export const hasBrowser = executablePath !== undefined;

/** A site that is served, and a browser to look at it. Set before the tests of the file that asks for them. */
export interface Visit {
  readonly url: string;
  readonly folder: string;
  /** Opens a page, and notes what goes wrong in it. */
  open(path: string, options?: BrowserContextOptions): Promise<{ page: Page; troubles: string[] }>;
}

/** Serves one of the builds for the tests of a file. */
export function visit(base: (typeof builds)[number]["base"]): Visit {
  const build = builds.find((candidate) => candidate.base === base) ?? builds[0];
  const folder = join(packageFolder, build.folder);
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    if (executablePath === undefined) return;
    site = await serveSite(folder, base);
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  }, 30_000);
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });
  return {
    folder,
    get url() {
      return site.url;
    },
    async open(path, options = {}) {
      const context = await browser.newContext({ viewport: { width: 1440, height: 1000 }, ...options });
      const page = await context.newPage();
      const troubles: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()}`);
      });
      page.on("pageerror", ({ message }) => troubles.push(`error: ${message}`));
      page.on("requestfailed", (request) => troubles.push(`failed: ${request.url()}`));
      page.on("response", (response) => {
        if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.url()}`);
      });
      page.on("request", (request) => {
        const address = request.url();
        if (!address.startsWith(site.url) && !/^(blob|data):/.test(address)) troubles.push(`elsewhere: ${address}`);
      });
      await page.goto(site.url + path, { waitUntil: "load" });
      return { page, troubles };
    },
  };
}

/** Waits until the playground can run a program. */
export async function playgroundReady(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("#status")?.textContent === "Ready", null, {
    timeout: 30_000,
  });
}

/** Runs the program that is in the editor, and gives what it printed. */
export async function runProgram(page: Page): Promise<{ status: string; output: string }> {
  await page.click("#run");
  await page.waitForFunction(() => /^(Done|Failed)/.test(document.querySelector("#status")?.textContent ?? ""), null, {
    timeout: 30_000,
  });
  return { status: (await page.textContent("#status")) ?? "", output: await page.innerText("#output") };
}
