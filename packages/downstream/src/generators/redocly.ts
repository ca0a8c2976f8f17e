// `redocly generate-client` writes clients in several languages, and reads 3.1.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, Command } from "../model.ts";
import { fileOf } from "../places.ts";

export const redoclyVersion = (
  JSON.parse(readFileSync(fileOf("@redocly/cli", "package.json"), "utf8")) as { readonly version: string }
).version;

/** Languages other than TypeScript choose the file's name themselves, and take its folder from `output`. */
export function redoclyClient(cell: Cell, output: string, ...options: readonly string[]): Command {
  return {
    program: process.execPath,
    args: [
      fileOf("@redocly/cli", "bin/cli.js"),
      "generate-client",
      cell.description,
      "--output",
      join(cell.folder, output),
      ...options,
    ],
    env: { REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
  };
}
