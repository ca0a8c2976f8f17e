/** What npm takes for a scope. */
const scopePattern = /^@[a-z0-9~-][a-z0-9._~-]*$/;

/** @throws Error that says what a scope looks like. */
export function checkScope(scope: string): void {
  if (!scopePattern.test(scope))
    throw new Error(`"${scope}" is not a scope; give one like @acme, in small letters, digits and hyphens`);
}

/**
 * Renames a scope wherever it stands for itself: in `@org/runtime`, `"@org"`, `@org\/x` of a pattern. A longer word that
 * begins like it, `@organization`, and the end of an address, `me@org`, are something else.
 */
export function renameScope(text: string, from: string, to: string): string {
  const word = from.replaceAll(/[.~-]/g, String.raw`\$&`);
  return text.replaceAll(new RegExp(String.raw`(?<![\w.])${word}(?![\w~-]|\.\w)`, "g"), () => to);
}
