import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createShow } from "../src/show.js";

describe("a found value", () => {
  it.each([
    [undefined, "nothing"],
    [null, "null"],
    [1.5, "1.5"],
    [false, "false"],
    ["a\nb", String.raw`"a\nb"`],
    [[], "array of 0 items"],
    [[1], "array of 1 item"],
    [{}, "object without properties"],
    [{ a: 1, b: { c: 2 } }, "object with a, b"],
  ])("%j is told as %s", (value, text) => {
    expect(createShow()(value)).toBe(text);
  });

  it("is told in at most 80 characters of whole Unicode, whatever it is", () => {
    const values = fc.oneof(fc.anything(), fc.string({ unit: "binary", minLength: 60, maxLength: 120 }));
    fc.assert(
      fc.property(
        fc.jsonValue().chain((json) => fc.oneof(fc.constant(json), values.filter(isJson))),
        (value) => {
          const text = createShow()(value);
          expect(text.length).toBeLessThanOrEqual(80);
          expect(text.isWellFormed()).toBe(true);
        },
      ),
    );
    expect(createShow()("😀".repeat(60)).isWellFormed()).toBe(true);
  });

  it("never holds a secret", () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 8 }), fc.string(), (before, secret, after) => {
        fc.pre(!"[secret]".includes(secret));
        expect(createShow([secret])(before + secret + after)).not.toContain(secret);
      }),
    );
  });
});

function isJson(value: unknown): boolean {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
