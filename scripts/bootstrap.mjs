// What `npm start` and `npm test` run: brings pnpm, and a Node that the tools accept if the one at hand is too old, then
// installs and runs. Uses nothing but Node itself and npm. `node scripts/bootstrap.mjs run <script>` does the same for any
// script of package.json.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [task = "", ...rest] = process.argv.slice(2);
const tasks = {
  start: [
    ["--silent", "run", "generate"],
    ["--silent", "run", "build", "--output-logs=errors-only"],
    ["--silent", "run", "tour", ...rest],
  ],
  test: [["--silent", "run", "check", "--output-logs=new-only", ...rest]],
  run: [["--silent", "run", ...rest]],
};
if (!(task in tasks)) fail(`unknown task "${task}"; use one of: ${Object.keys(tasks).join(", ")}`);

// A misspelt option would otherwise be noticed after the build.
const options = { start: ["--serve", "--port"], test: ["--force"] }[task];
const unknown = rest.find((word) => word.startsWith("-") && !options?.includes(word.split("=")[0]));
if (options && unknown) fail(`unknown option ${unknown}; after "npm ${task} --" there may be ${options.join(", ")}`);

/** Vitest and changesets want one of these; the scripts need a Node that runs TypeScript. */
const nodeForTools = "24.21.0";
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const nodeIsRecent = (major === 22 && minor >= 18) || major === 24 || major >= 26;
const { packageManager } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

const tools = [packageManager, ...(nodeIsRecent ? [] : [`node@${nodeForTools}`])];
if (!nodeIsRecent)
  console.log(`Node ${process.versions.node} is too old for the tools: using ${nodeForTools} from npm.`);

/** The site's tools weigh more than everything else, and only its own scripts need them. */
const wantsSite = task === "run" && ["docs", "docs:build", "test:docs"].includes(rest[0]);

for (const args of [
  [
    "install",
    "--frozen-lockfile",
    "--prefer-offline",
    "--reporter=append-only",
    "--loglevel=warn",
    ...(wantsSite ? [] : ["--filter=!@org/docs"]),
  ],
  ...tasks[task],
]) {
  pnpm(args);
}

function pnpm(args) {
  const packages = tools.map((tool) => `--package=${tool}`);
  const { status, error, signal } = runNpm(["exec", "--yes", "--loglevel=error", ...packages, "--", "pnpm", ...args]);
  if (error) fail(`npm could not be started (${error.message}); it comes with Node`);
  if (status !== 0) process.exit(status ?? (signal ? 130 : 1));
}

/** Through npm's own file where npm started this script: no shell, no quoting, and it is the npm that belongs here. */
function runNpm(args) {
  const npmCli = process.env.npm_execpath;
  const options = { cwd: root, stdio: "inherit", env: environment() };
  return npmCli?.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [npmCli, ...args], options)
    : spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
        ...options,
        shell: process.platform === "win32",
      });
}

function environment() {
  return {
    ...process.env,
    // The packages are tested on it even where the tools need another.
    NODE_AT_HAND: process.execPath,
    // No tool phones home.
    TURBO_TELEMETRY_DISABLED: "1",
    REDOCLY_TELEMETRY: "off",
    REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
  };
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
