import { fileURLToPath } from "node:url";
import type { Api } from "./apis.ts";
import { lint, type Problem } from "./redocly.ts";

const config = fileURLToPath(new URL("redocly-arazzo.yaml", import.meta.url));

/** Lints the workflows of the APIs that have some. */
export async function lintWorkflows(apis: readonly Pick<Api, "workflows">[]): Promise<Problem[]> {
  const files = apis.flatMap(({ workflows }) => workflows ?? []);
  return files.length === 0 ? [] : lint(files, { config });
}
