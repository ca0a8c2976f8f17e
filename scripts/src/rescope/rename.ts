/** What npm takes for a scope, but for one that begins like an option. */
const scopePattern = /^@[a-z0-9~][a-z0-9._~-]*$/;

/** Characters that npm takes for the name of a package, with its scope. */
const longestName = 214;

/**
 * The scope that was meant, with its `@`, which may be left out. Texts of this repository leave it out, or renaming
 * would take their examples for packages.
 *
 * @param names The packages of the repository, which must have room for it.
 * @throws Error that says what a scope looks like.
 */
export function readScope(given: string, names: readonly string[]): string {
  const scope = given.startsWith("@") ? given : `@${given}`;
  if (!scopePattern.test(scope))
    throw new Error(`"${given}" is not a scope; give one like acme, in small letters, digits and hyphens`);
  const room = longestName - Math.max(...names.map((name) => name.length - name.indexOf("/")));
  if (scope.length > room)
    throw new Error(`a scope of ${scope.length} characters is too long; with ${room}, names have npm's ${longestName}`);
  return scope;
}

/**
 * Renames a scope wherever it stands for itself: in `@org/runtime`, `"@org"`, `@org\/x` of a pattern. A longer word that
 * begins like it, `@organization`, and the end of an address, `me@org`, are something else.
 */
export function renameScope(text: string, from: string, to: string): string {
  return text.replaceAll(pattern(from), () => to);
}

/** Whether the text has the scope standing for itself, so that the new name could not be told from what was there. */
export function hasScope(text: string, scope: string): boolean {
  return pattern(scope).test(text);
}

function pattern(scope: string): RegExp {
  const word = scope.replaceAll(/[.~-]/g, String.raw`\$&`);
  return new RegExp(String.raw`(?<![\w.])${word}(?![\w~-]|\.\w)`, "g");
}
