import type { Api } from "./apis.ts";
import { redocly } from "./redocly.ts";

/** An OpenAPI document in which every reference is local. */
export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [key: string]: unknown;
}

/** Joins the files of a description. Throws, with Redocly's words, when a reference leads nowhere. */
export async function bundle(api: Api): Promise<Document> {
  const strict = ["--component-renaming-conflicts-severity", "error"];
  const { code, stdout, stderr } = await redocly("bundle", api.description, "--ext", "json", ...strict);
  if (code !== 0) throw new Error(`${api.description} cannot be bundled:\n${stderr}`);
  return JSON.parse(stdout) as Document;
}
