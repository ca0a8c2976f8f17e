import { readTexts, writeText } from "./files.ts";
import { hasScope, readScope, renameScope } from "./rename.ts";

export interface Rescoped {
  readonly from: string;
  readonly to: string;
  /** How many files speak of it. */
  readonly files: number;
}

/**
 * Gives every package of a repository another scope.
 *
 * @throws Error before anything is written, for what is no scope and for one that is in use.
 */
export function rescope(root: string, given: string): Rescoped {
  const texts = readTexts(root);
  const names = packageNames(texts);
  const [from = ""] = (names.find((name) => name.endsWith("/runtime")) ?? "").split("/");
  const to = readScope(given, names);
  if (from === to) return { from, to, files: 0 };
  const holders = [...texts].filter(([, text]) => hasScope(text, to)).map(([file]) => file);
  if (holders.length > 0) {
    const others = holders.length === 1 ? "" : ` and ${holders.length - 1} other files`;
    throw new Error(`${to} means something else in ${holders[0]}${others}; choose another scope`);
  }
  const renamed = [...texts].filter(([, text]) => hasScope(text, from));
  for (const [file, text] of renamed) writeText(root, file, renameScope(text, from, to));
  return { from, to, files: renamed.length };
}

/** Of every workspace package, the private ones too. */
function packageNames(texts: ReadonlyMap<string, string>): readonly string[] {
  return [...texts]
    .filter(([file]) => /^(packages\/[^/]+|specs|scripts)\/package\.json$/.test(file))
    .map(([, text]) => (JSON.parse(text) as { readonly name: string }).name);
}
