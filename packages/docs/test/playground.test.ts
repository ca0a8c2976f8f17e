import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readExamples } from "../src/playground/build/examples.ts";
import { faults } from "../src/playground/faults.ts";
import { hasBrowser, playgroundReady, runProgram, visit } from "./browser.ts";

const examples = readExamples();

/** What each example is there to show. */
const shown: Readonly<Record<string, RegExp>> = {
  list: /\bivr:.*\n[^]*\bshop:[^]*\bsupport:[^]*\d+ sessions in all/,
  create: /^created support:ri\..* expires 20.*\ncreated shop:s-/,
  get: /^foundry-aip-agents New session \{\n  metadata: \{/,
  fault: /UnrecognizedApiError: 3 attempts, outcome unknown/,
  lost: /^ConnectionError: createSession: .*\{\n[^]*outcome: 'unknown'[^]*sessions made: 1$/,
  errors: /^no session .*\nno version 9\.9\nNoPublishedAgentVersion rejected$/,
  retry: /^waiting \d+ ms: retry\ngot it\n[^]*after 429/,
  pages: /^50 sessions; next: \w+\n50 more\n\d+ in all$/,
  year: /selfService: \d+, .*\} in \d requests$/,
  lookup: /sessionId: '6465cf6e4769ed4e822b82a1'[^]*unknown: \[ '6465cf6e47Q9ed4e822b82a1' \]$/,
  consent: /^authorizationPending s-.*\nvisit https:\/\/agent-platform\.kore\.ai\/r\/\w+ for Google$/,
  partial: /^shop Unauthorized: [^]*\d+ sessions; failed: shop$/,
  drift: /^not described: getSession field \/metadata\/language\n/,
  createSession: /^ri\.aip-agents\.\.session\.\S+ 20/,
  listSessions: /^(ri\.aip-agents\.\.session\.\S+ .+\n?){20,}$/,
  getSession: /^What is the status of my order\? 6$/,
  createAppSession: /^ready s-/,
  listAppSessions: /^(s-\S+ (idle|busy|error)\n?){20,}$/,
  getBotSessions: /^(\w+ 20\S+Z \w+\n?){5,}$/,
  getAccountSessions: /^(st-\S+ \w+ \w+\n?){10,}$/,
};

describe.skipIf(!hasBrowser)("the playground", () => {
  const site = visit("/sessions/");

  /** The playground with a program in its editor. */
  async function open(program: string): Promise<{ page: Page; troubles: string[] }> {
    const visited = await site.open("playground/");
    const { page } = visited;
    await playgroundReady(page);
    await page.locator(".monaco-editor .view-lines").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(program);
    return visited;
  }

  const sandboxes = (page: Page): readonly string[] =>
    page
      .workers()
      .map((worker) => worker.url())
      .filter((url) => url.startsWith("blob:"));

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
      if (!status.startsWith("Done") || !shown[key]?.test(output.trim())) failed.push(`${key}: ${status}: ${output}`);
      if (key === "list") await page.waitForTimeout(4000);
      const complaints = await page.locator(".monaco-editor .squiggly-error").count();
      if (complaints > 0) failed.push(`${key}: ${complaints} complaints of the compiler`);
    }
    expect(failed).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("has a fault of each kind that a client must bear, and those that the examples ask for", () => {
    const kinds = new Set(faults.flatMap(({ rules }) => rules.map(({ fault }) => fault.kind)));
    const needed = ["answer", "cut", "expired-credential", "proxy-page", "truncate", "repeat-page", "latency"];
    expect([...kinds].toSorted()).toEqual(needed.toSorted());
    for (const { fault } of examples) expect(faults.map(({ key }) => key)).toContain(fault);
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

  test.each([
    ["a promise that nobody awaits", 'async function main() { await 0; console.log("in main"); }\nmain();', "in main"],
    ["a timer", 'setTimeout(() => console.log("later"), 200);', "later"],
    [
      "a call that nobody awaits",
      'import { createEmulator } from "@org/emulator";\nconst { fetch, credentials } = createEmulator();\n' +
        'fetch("https://platform.kore.ai/").then(({ status }) => console.log("status", status), console.error);',
      "status 404",
    ],
    [
      "the reading of a body",
      'new Response("x".repeat(5e7)).text().then((text) => console.log(text.length));',
      "50000000",
    ],
    [
      "a key that takes its time",
      'const rsa = { name: "RSA-PSS", modulusLength: 4096, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" };\n' +
        'crypto.subtle.generateKey(rsa, true, ["sign"]).then(() => console.log("made"));',
      "made",
    ],
    ["text that reads like a stack", 'console.log("Meeting:\\n   at home\\nbye");', "Meeting:\n   at home\nbye"],
    [
      "what only looks like attempts",
      "for (const attempts of [[() => 1], [1, 2], [null]]) console.log({ ok: true, attempts });\nconsole.log('next');",
      "next",
    ],
    [
      "groups, counts and options of the console",
      'console.group("a"); console.log("b\\nc"); console.groupEnd(); console.count(); console.count();\n' +
        "console.dir({ d: { e: 1 } }, { depth: 0 });",
      "a\n  b\n  c\ndefault: 1\ndefault: 2\n{ d: [Object] }",
    ],
    [
      "values as Node prints them",
      'console.log("%s of %d", "a", 2, new Map([[1, new Set(["b"])]]));',
      "a of 2 Map(1) { 1 => Set(1) { 'b' } }",
    ],
  ])("runs a program to its end: %s", { timeout: 60_000 }, async (_, program, expected) => {
    const { page, troubles } = await open(program);
    const { status, output } = await runProgram(page);
    expect(status).toMatch(/^Done/);
    expect(output).toContain(expected);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test.each([
    ["a rejection that nobody handles", 'Promise.reject(new Error("nobody"));', "nobody"],
    ["an error in a timer", 'setTimeout(() => { throw new Error("too late"); });', "too late"],
    [
      "a value that cannot be shown",
      "throw new Proxy({}, { get() { throw 1; }, ownKeys() { throw 2; }, getPrototypeOf() { throw 3; } });",
      "cannot be shown",
    ],
    ["a syntax error, by its line", "const one = 1;\nconst = 2;", "Line 2: "],
    ["a name declared twice, by its line", "const one = 1;\n\nconst one = 2;", "Line 3: Cannot redeclare"],
    ["a stray await, by its line", "const one = 1;\nconst two = () => await one;", "Line 2: 'await'"],
    ["nothing, thrown in a timer", "setTimeout(() => { throw undefined; });", "Uncaught undefined"],
    ["a module that is not there", 'import "node:fs";', 'no module "node:fs"'],
    ["a request to another origin", 'await fetch("https://example.com/");', "Nothing leaves this page"],
  ])("ends with an error that is told: %s", { timeout: 60_000 }, async (_, program, expected) => {
    const { page } = await open(program);
    const { status, output } = await runProgram(page);
    expect(status).toMatch(/^Failed/);
    expect(output).toContain(expected);
    await page.context().close();
  });

  test("lets nothing out, whatever a program uses", { timeout: 60_000 }, async () => {
    const { page } = await open(`
      const request = new XMLHttpRequest();
      request.open("GET", "https://example.com/xhr");
      request.onerror = () => console.log("xhr refused");
      request.send();
      const socket = new WebSocket("wss://example.com/");
      socket.onerror = () => console.log("socket refused");
      const address = "https://example.com/module.js";
      await import(address).catch(() => console.log("module refused"));
      await new Promise((resolve) => setTimeout(resolve, 1000));
    `);
    // They would be answered, were they let out.
    const headers = { "access-control-allow-origin": "*", "content-type": "text/javascript" };
    await page.context().route("https://example.com/**", (route) => route.fulfill({ headers, body: "" }));
    const { output } = await runProgram(page);
    for (const way of ["xhr", "socket", "module"]) expect(output).toContain(`${way} refused`);
    await page.context().close();
  });

  test(
    "stops a program that never ends, and leaves none running, however often it was started",
    { timeout: 60_000 },
    async () => {
      const { page } = await open("for (;;) {}");
      for (let times = 0; times < 3; times += 1) await page.keyboard.press("Control+Enter");
      await page.waitForFunction(() => document.querySelector("#status")?.textContent === "Running");
      // Told of a worker a moment after the page has started it.
      await expect.poll(() => sandboxes(page).length, { timeout: 10_000 }).toBe(1);
      await page.click("#stop");
      expect(await page.textContent("#status")).toBe("Stopped");
      await expect.poll(() => sandboxes(page), { timeout: 10_000 }).toEqual([]);
      await page.context().close();
    },
  );

  test("does not start a program that was stopped while it compiled", { timeout: 60_000 }, async () => {
    const { page } = await open("for (;;) {}");
    await page.evaluate(() => {
      document.querySelector<HTMLElement>("#run")?.click();
      document.querySelector<HTMLElement>("#stop")?.click();
    });
    await page.waitForTimeout(1000);
    expect(await page.textContent("#status")).toBe("Stopped");
    expect(sandboxes(page)).toEqual([]);
    await page.context().close();
  });

  test("can be stopped while a program floods it with output", { timeout: 60_000 }, async () => {
    const { page } = await open('for (;;) console.log("flood");');
    await page.click("#run");
    await page.locator("#output pre.error").waitFor();
    expect(await page.locator("#output pre.error").innerText()).toContain("The rest is left out");
    await page.click("#stop", { timeout: 5000 });
    expect(await page.textContent("#status")).toBe("Stopped");
    await page.context().close();
  });

  test("says that a single line was too long for the page", { timeout: 60_000 }, async () => {
    const { page } = await open('console.log("x".repeat(600000));');
    expect((await runProgram(page)).output).toContain("The rest is left out");
    await page.context().close();
  });

  test("says how many requests it does not show, for as long as that is so", { timeout: 60_000 }, async () => {
    const { page } = await open(
      'import { createEmulator } from "@org/emulator";\nconst { fetch } = createEmulator();\n' +
        'for (let i = 0; i < 501; i += 1) await fetch("https://platform.kore.ai/");',
    );
    await runProgram(page);
    const more = page.locator("#requests[data-more]");
    expect(await more.count()).toBe(1);
    await page.selectOption("#example", "create");
    await runProgram(page);
    expect(await more.count()).toBe(0);
    await page.context().close();
  });

  test("gives a program no way to speak for the sandbox", { timeout: 60_000 }, async () => {
    const { page, troubles } = await open("console.log(typeof postMessage); postMessage(null);");
    const { status, output } = await runProgram(page);
    expect([status.slice(0, 6), output]).toEqual(["Failed", expect.stringContaining("undefined\nTypeError")]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  test("needs no network once it is ready", { timeout: 60_000 }, async () => {
    const { page, troubles } = await site.open("playground/");
    await playgroundReady(page);
    await page.context().setOffline(true);
    for (const key of ["list", "create", "fault", "list"]) {
      await page.selectOption("#example", key);
      expect((await runProgram(page)).status, key).toMatch(/^Done/);
    }
    await page.locator(".monaco-editor .view-lines").click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("sessions.");
    await page.locator(".suggest-widget .monaco-list-row").first().waitFor();
    // The browser asks for the icon anew when the address changes.
    const failed = troubles.filter((trouble) => trouble.startsWith("failed:") && !trouble.endsWith("/favicon.svg"));
    expect(failed).toEqual([]);
    await page.context().close();
  });

  test("says so when a part of it cannot be loaded", { timeout: 60_000 }, async () => {
    const { page } = await site.open("");
    await page.route("**/modules.json", (route) => route.fulfill({ status: 503 }));
    await page.goto(`${site.url}playground/`);
    await page.locator("#status", { hasText: "could not be loaded (modules.json: status 503)" }).waitFor();
    await page.context().close();
  });

  test("keeps what was written over an example, until it is reset", { timeout: 60_000 }, async () => {
    const { page } = await open('console.log("mine");');
    await page.selectOption("#example", "create");
    expect(page.url()).toMatch(/\?example=create$/);
    await page.selectOption("#example", "list");
    expect((await runProgram(page)).output).toBe("mine");
    await page.selectOption("#fault", "slow");
    await page.click("#reset");
    expect(await page.inputValue("#fault")).toBe("none");
    expect((await runProgram(page)).output).toMatch(/\d+ sessions in all/);
    await page.locator(".monaco-editor .view-lines").click();
    await page.keyboard.press("Control+Z");
    expect((await runProgram(page)).output).toBe("mine");
    await page.context().close();
  });

  test("ends the program that runs when it is reset", { timeout: 60_000 }, async () => {
    const { page } = await open('setInterval(() => console.log("tick"), 20);');
    await page.click("#run");
    await page.locator("#output pre").first().waitFor();
    await page.click("#reset");
    await expect.poll(() => sandboxes(page), { timeout: 10_000 }).toEqual([]);
    await page.context().close();
  });

  test("keeps what was written, and its fault, while the reader is elsewhere", { timeout: 60_000 }, async () => {
    const { page } = await open('console.log("mine");');
    await page.selectOption("#fault", "slow");
    await page.locator("main").getByRole("link", { name: "Security" }).click();
    await page.waitForURL("**/guides/security/");
    await page.goBack();
    await playgroundReady(page);
    expect(await page.inputValue("#fault")).toBe("slow");
    expect((await runProgram(page)).output).toBe("mine");
    await page.context().close();
  });

  test("opens whatever the tab has kept", { timeout: 60_000 }, async () => {
    const { page } = await site.open("");
    for (const kept of ["5", '{"list":1}', "{"]) {
      await page.evaluate((text) => sessionStorage.setItem("agent-sessions/playground", text), kept);
      await page.goto(`${site.url}playground/`);
      await playgroundReady(page);
      expect((await runProgram(page)).output, kept).toMatch(/\d+ sessions in all/);
    }
    await page.context().close();
  });

  test("says that it has no example of a name", { timeout: 60_000 }, async () => {
    const { page } = await site.open("playground/?example=nope");
    await playgroundReady(page);
    expect(await page.innerText("#output")).toContain('There is no example "nope"');
    await page.context().close();
  });

  test("is two clicks from the landing page to a first successful listing", { timeout: 60_000 }, async () => {
    const { page } = await site.open("");
    await page.getByRole("link", { name: "Open the playground" }).click();
    await playgroundReady(page);
    const { status, output } = await runProgram(page);
    expect(status).toMatch(/^Done/);
    expect(output).toMatch(/\d+ sessions in all/);
    await page.context().close();
  });
});
