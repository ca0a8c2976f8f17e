import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { generatedFolder } from "./paths.ts";

/** As much of the generated module as a call needs; it is generated at run time, so its own types are not there yet. */
export interface GeneratedClient {
  readonly OPERATIONS: unknown;
  createClient(
    operations: unknown,
    config: {
      readonly serverUrl: string;
      readonly fetch: typeof globalThis.fetch;
      readonly auth: { readonly bearer: string };
      readonly retry: { readonly retries: number };
    },
  ): { getSession(args: unknown): Promise<unknown> };
}

/** The client as TypeScript, and as the JavaScript that a build makes of it. */
export const generatedClient = {
  source: join(generatedFolder, "redocly-client.ts"),
  module: join(generatedFolder, "redocly-client.mjs"),
};

/** Has Redocly make a client of our description of the Foundry API. */
export function generateClient(): void {
  const { resolve } = createRequire(import.meta.url);
  const description = resolve("@org/specs/foundry-aip-agents");
  if (!existsSync(description)) throw new Error("the descriptions are not built; run pnpm build");
  mkdirSync(generatedFolder, { recursive: true });
  const { source, module } = generatedClient;
  execFileSync(
    process.execPath,
    [resolve("@redocly/cli/bin/cli.js"), "generate-client", description, "--output", source],
    {
      cwd: generatedFolder,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    },
  );
  buildSync({ entryPoints: [source], outfile: module, format: "esm", target: "es2022" });
}

export async function loadGeneratedClient(): Promise<GeneratedClient> {
  return (await import(pathToFileURL(generatedClient.module).href)) as GeneratedClient;
}
