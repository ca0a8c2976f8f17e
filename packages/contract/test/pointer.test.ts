import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namesIn, pointerTo, valueAt } from "../src/pointer.js";

describe("a JSON pointer", () => {
  it("keeps every name, whatever characters it has", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        expect(namesIn(names.reduce(pointerTo, ""))).toEqual(names);
      }),
    );
  });

  it("finds what is there, and nothing that is inherited", () => {
    const root = { list: [{ "a/b": null }], text: "abc" };
    expect(valueAt(root, "")).toBe(root);
    expect(valueAt(root, "/list/0/a~1b")).toBeNull();
    expect(
      ["/list/1", "/list/length/x", "/text/0", "/toString", "/list/0/a~1b/c"].map((at) => valueAt(root, at)),
    ).toEqual(Array.from({ length: 5 }));
  });
});
