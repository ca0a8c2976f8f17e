import type { Document } from "./bundle.ts";
import { compareDescriptions } from "./compare.ts";

/** Breaks a description in a way that no user could miss. */
export function withoutFirstPath(document: Document): Document {
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).slice(1)) };
}

/**
 * Throws unless the comparison calls a known break major. A comparison whose configuration was lost calls everything a
 * patch, and would let all through.
 */
export async function proveComparison(document: Document, options: { readonly config?: string } = {}): Promise<void> {
  const { bump } = await compareDescriptions(document, withoutFirstPath(document), options);
  if (bump !== "major")
    throw new Error(
      `the comparison calls a description without its first path "${bump}", not "major": it proves nothing`,
    );
}
