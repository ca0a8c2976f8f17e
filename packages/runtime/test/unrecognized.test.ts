import { expect, test } from "vitest";
import { reportUnrecognized } from "../src/unrecognized.js";
import { getThing } from "./support/fixture.js";

test("what the description does not know is reported, and only that", () => {
  const found: string[] = [];
  const operation = {
    ...getThing,
    variants: [["id", "status"]],
    shape: { id: 0, status: ["idle"], tags: [{ name: 0 }], event: { "|": [{ a: 0 }, { b: 0 }] } },
  } as const;
  const data = { id: 1, status: "new", extra: 1, tags: [{ name: 1 }, { name: 1, "a/b": 2 }], event: { b: 1, c: 2 } };
  reportUnrecognized(operation, data, ({ kind, place }) => found.push(`${kind} ${place}`));
  expect(found).toEqual(["value /status", "field /extra", "field /tags/1/a~1b", "field /event/c"]);
  found.length = 0;
  reportUnrecognized(operation, { status: "idle" }, ({ kind, found: names }) => found.push(`${kind} ${String(names)}`));
  expect(found).toEqual(["missing id"]);
});
