import { describe, expect, test } from "vitest";
import { checkScope, renameScope } from "../src/rescope/rename.ts";

// Put together, so that renaming the repository leaves this table as it is.
const from = ["@", "org"].join("");
const rename = (text: string): string => renameScope(text.replaceAll("$", from), from, "@acme");

describe("a scope is renamed", () => {
  test.each([
    ['import "$/runtime";', 'import "@acme/runtime";'],
    ['"$/kore-xo": "workspace:^"', '"@acme/kore-xo": "workspace:^"'],
    ["'$/runtime@packages+runtime':", "'@acme/runtime@packages+runtime':"],
    ['Symbol.for("$/runtime/transport")', 'Symbol.for("@acme/runtime/transport")'],
    [String.raw`/^$\/store changed/`, String.raw`/^@acme\/store changed/`],
    ["`$`, a placeholder, and $.", "`@acme`, a placeholder, and @acme."],
    ["$/a $/b", "@acme/a @acme/b"],
  ])("in %s", (text, expected) => {
    expect(rename(text)).toBe(expected);
  });

  test.each(["$anization/x", "$-tools/x", "me$", "packages$/x", "$.example"])("but not in %s", (text) => {
    expect(rename(text)).toBe(text.replaceAll("$", from));
  });

  test("to one that a pattern or a replacement would read otherwise", () => {
    expect(renameScope("@a.b/x @axb/x", "@a.b", "@$&")).toBe("@$&/x @axb/x");
  });

  test("once: doing it again changes nothing", () => {
    expect(renameScope(rename("$/x"), from, "@acme")).toBe("@acme/x");
  });
});

describe("a scope", () => {
  test.each(["@acme", "@acme-tools", "@a1"])("may be %s", (scope) => {
    expect(() => checkScope(scope)).not.toThrow();
  });

  test.each(["", "acme", "@", "@Acme", "@acme/", "@ac me", "@acme/x"])(
    "may not be %j, and the error says what may",
    (scope) => {
      expect(() => checkScope(scope)).toThrow(/is not a scope; give one like @acme/);
    },
  );
});
