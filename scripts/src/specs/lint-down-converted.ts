import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Api } from "./apis.ts";
import type { Document } from "./bundle.ts";
import { downConvert } from "./down-convert.ts";
import { lint, type Problem } from "./redocly.ts";

const config = fileURLToPath(new URL("redocly-3.0.yaml", import.meta.url));

export interface Bundled {
  readonly api: Api;
  readonly document: Document;
}

/** Lints the 3.0.3 form of each description. It has no file of its own, so a problem names the description and the pointer. */
export async function lintDownConverted(bundled: readonly Bundled[]): Promise<Problem[]> {
  const folder = await mkdtemp(join(tmpdir(), "specs-3.0-"));
  try {
    const files = await Promise.all(
      bundled.map(async ({ api, document }) => {
        await mkdir(join(folder, api.name));
        const file = join(folder, api.name, "openapi-3.0.json");
        await writeFile(file, JSON.stringify(downConvert(document)));
        return file;
      }),
    );
    const problems = await lint(files, { config });
    return problems.map(({ rule, message, file, pointer }) => ({
      rule,
      message: `As OpenAPI 3.0.3, at ${pointer}: ${message}`,
      file: bundled.find(({ api }) => file.includes(`/${api.name}/`))?.api.description ?? file,
      pointer,
      line: 1,
      column: 1,
    }));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
