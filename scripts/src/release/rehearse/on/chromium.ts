import { execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { failed, passed, skipped, type Outcome } from "../outcome.ts";
import { asFunction } from "../programs.ts";
import type { Project } from "../project.ts";
import { inProjects, type Runtime } from "../runtime.ts";

interface PageResult {
  readonly index: number;
  readonly lines: number;
  readonly error?: string;
}

/** Headless Chromium, as Debian packages it, with pages that Vite has bundled. */
export function chromium(tools: string): Runtime {
  return {
    name: "Chromium, bundled by Vite",
    run: async (projects) => {
      const browser = findBrowser();
      if (browser === undefined) return inProjects(projects, async () => skipped("is not here"));
      const pages = new Map<Project, readonly PageResult[]>();
      for (const project of projects) pages.set(project, await openPage(tools, browser, project));
      return inProjects(projects, async (project, { needsNode }, index) => {
        if (needsNode) return skipped("needs Node");
        return toOutcome(pages.get(project)?.find((result) => result.index === index));
      });
    },
  };
}

function toOutcome(result: PageResult | undefined): Outcome {
  if (result === undefined) return failed("the page never told how it went");
  if (result.error !== undefined) return failed(result.error);
  return result.lines === 0 ? failed("printed nothing") : passed;
}

/** Installs it where that is possible and it is missing. */
function findBrowser(): string | undefined {
  const find = (): string | undefined =>
    ["chromium", "chromium-browser", "google-chrome"].find((name) => spawnSync(name, ["--version"]).status === 0);
  const found = find();
  if (found !== undefined || process.getuid?.() !== 0 || spawnSync("apt-get", ["--version"]).status !== 0) return found;
  spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], { stdio: "ignore" });
  return find();
}

async function openPage(tools: string, browser: string, project: Project): Promise<readonly PageResult[]> {
  const indices = [...project.programs.entries()].filter(([, program]) => !program.needsNode).map(([index]) => index);
  if (indices.length === 0) return [];
  for (const index of indices)
    writeFileSync(join(project.folder, `function-${index}.mjs`), asFunction(project.programs[index]!));
  writeFileSync(join(project.folder, "index.html"), '<!doctype html><script type="module" src="/page.mjs"></script>\n');
  writeFileSync(join(project.folder, "page.mjs"), pageOf(indices));
  const vite = join(tools, "node_modules/vite/bin/vite.js");
  await promisify(execFile)(process.execPath, [vite, "build", "--logLevel", "error"], { cwd: project.folder });
  return visit(browser, join(project.folder, "dist"));
}

function pageOf(indices: readonly number[]): string {
  const imports = indices.map((index) => `import { run as run${index} } from "./function-${index}.mjs";`);
  return `${imports.join("\n")}
const results = [];
for (const [index, run] of [${indices.map((index) => `[${index}, run${index}]`).join(", ")}]) {
  let lines = 0;
  try {
    await run({ log: () => (lines += 1) });
    results.push({ index, lines });
  } catch (error) {
    results.push({ index, lines, error: String(error.stack) });
  }
}
await fetch("/results", { method: "POST", body: JSON.stringify(results) });
`;
}

/** Serves the built page, opens it, and waits until it has told its results. */
async function visit(browser: string, dist: string): Promise<readonly PageResult[]> {
  const { promise, resolve } = Promise.withResolvers<readonly PageResult[]>();
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      let body = "";
      request.on("data", (chunk: Buffer) => (body += chunk.toString()));
      request.on("end", () => {
        response.end();
        resolve(JSON.parse(body) as readonly PageResult[]);
      });
      return;
    }
    const file = join(dist, request.url === "/" ? "index.html" : (request.url ?? ""));
    if (!file.startsWith(dist) || !existsSync(file)) return void response.writeHead(404).end();
    const type = extname(file) === ".html" ? "text/html" : "text/javascript";
    response.writeHead(200, { "content-type": type }).end(readFileSync(file));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");

  const profile = mkdtempSync(join(tmpdir(), "chromium-"));
  const flags = ["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"];
  // Chromium's own sandbox does not work as root, which is what a container runs as.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const page = spawn(browser, [...flags, ...sandbox, "--disable-component-update", `--user-data-dir=${profile}`, url], {
    stdio: "ignore",
  });
  const closed = once(page, "exit");
  const timer = setTimeout(() => resolve([]), 60_000);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    page.kill("SIGKILL");
    await closed;
    server.close();
    server.closeAllConnections();
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
