// Builds the site: `node scripts/build.ts`. See site.config.ts for where it will stand.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeAssets } from "./assets.ts";

const packageFolder = dirname(dirname(fileURLToPath(import.meta.url)));
const astro = join(dirname(createRequire(import.meta.url).resolve("astro/package.json")), "bin/astro.mjs");

await writeAssets();
const { status } = spawnSync(process.execPath, [astro, ...(process.argv.includes("--dev") ? ["dev"] : ["build"])], {
  cwd: packageFolder,
  stdio: "inherit",
  env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
});
process.exitCode = status ?? 1;
