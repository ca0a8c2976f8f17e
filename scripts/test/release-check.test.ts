import { afterAll, describe, expect, test } from "vitest";
import { askedAt, type Bump } from "../src/release/check/bump.ts";
import { judge, type Judgement } from "../src/release/check/judge.ts";
import type { State } from "../src/release/check/state.ts";
import { reachVerdicts } from "../src/release/check/verdict.ts";
import type { Document } from "../src/specs/bundle.ts";
import { changed } from "./lint-documents.ts";
import {
  example,
  released,
  shop,
  shopReport,
  specs,
  store,
  storeReport,
  withCode,
  withDescription,
  withReport,
} from "./support-release.ts";

interface Case {
  readonly what: string;
  readonly of: "description" | "types" | "code";
  readonly name: string;
  readonly deserves: Bump;
  readonly next: State;
  /** Errors of the released example, where it no longer compiles. */
  readonly errors?: readonly string[];
}

const list = ["paths", "/boxes/{boxId}/things", "get"];
const put = ["paths", "/boxes/{boxId}/things", "post"];
const sent = [...put, "requestBody", "content", "application/json", "schema"];
const result = [
  ...list,
  "responses",
  "200",
  "content",
  "application/json",
  "schema",
  "properties",
  "result",
  "properties",
];
const listed = (document: Document): object[] =>
  (document.paths["/boxes/{boxId}/things"] as { get: { parameters: object[] } }).get.parameters;
const parameter = { name: "colour", in: "query", description: "The colour.", schema: { type: "string" } };

/** Changes of a description, which are changes of the package of descriptions. */
const described = (what: string, deserves: Bump, change: (document: Document) => Document): Case => {
  return { what, of: "description", name: specs, deserves, next: withDescription(released, change) };
};
/** Changes of what the client's report tells. */
const typed = (what: string, deserves: Bump, from: string, to: string): Case => {
  return { what, of: "types", name: store, deserves, next: withReport(released, storeReport, from, to) };
};

const cases: readonly Case[] = [
  described("an operation is gone", "major", (document) => changed(document, put, undefined)),
  described("an operation has another id", "major", (document) =>
    changed(document, [...put, "operationId"], "addThing"),
  ),
  described("an input became required", "major", (document) => changed(document, [...sent, "required"], ["size"])),
  described("a response lost a field", "major", (document) => changed(document, [...result, "count"], undefined)),
  described("a response field has another type", "major", (document) =>
    changed(document, [...result, "count", "type"], "string"),
  ),
  described("a new required parameter", "major", (document) =>
    changed(document, [...list, "parameters"], [...listed(document), { ...parameter, required: true }]),
  ),
  described("a new optional parameter", "minor", (document) =>
    changed(document, [...list, "parameters"], [...listed(document), parameter]),
  ),
  described("a response has one more field", "minor", (document) =>
    changed(document, [...result, "total"], { type: "integer" }),
  ),
  described("an operation is new", "minor", (document) =>
    changed(document, ["paths", "/boxes"], {
      get: { ...(document.paths["/boxes/{boxId}/things"]?.["get"] as object), operationId: "listBoxes" },
    }),
  ),
  described("a description reads better", "patch", (document) => changed(document, [...list, "description"], "Lists.")),

  typed("an export is gone", "major", "export function isGone(value: unknown): value is GoneError;", ""),
  typed(
    "an export is new",
    "minor",
    "// @public\nexport function isGone",
    "// @public\nexport const limit = 3;\n\n// @public\nexport function isGone",
  ),
  typed(
    "a new required input",
    "major",
    "    readonly id: string;\n}\n\n// @public\nexport interface FindOptions",
    "    readonly id: string;\n    readonly shelf: number;\n}\n\n// @public\nexport interface FindOptions",
  ),
  typed("a new optional input", "minor", "    colour?:", "    readonly shelf?: number | undefined;\n    colour?:"),
  typed("an optional input is gone", "major", '    colour?: "red" | "blue" | undefined;\n', ""),
  typed("an input takes one more value", "minor", '"red" | "blue"', '"red" | "blue" | "green"'),
  typed("an input takes one value less", "major", '"red" | "blue"', '"red"'),
  typed(
    "an option became required",
    "major",
    "readonly fetch?: typeof globalThis.fetch | undefined;",
    "readonly fetch: typeof globalThis.fetch;",
  ),
  typed(
    "a new required output field",
    "minor",
    "    readonly note?: string;",
    "    readonly note?: string;\n    readonly weight: number;",
  ),
  typed("an output field that may now be absent", "major", "readonly shelf: number;", "readonly shelf?: number;"),
  typed(
    "an output field that is now always there",
    "minor",
    "    readonly note?: string;",
    "    readonly note: string;",
  ),
  typed("an optional output field is gone", "major", "    readonly note?: string;\n", ""),
  typed("an optional field inside an output is gone", "major", "        readonly label?: string;\n", ""),
  typed("an output field with one more type", "major", "size: number | string", "size: number | string | null"),
  typed("an output field with one type less", "minor", "size: number | string", "size: number"),
  typed("an open set knows one more value", "minor", 'readonly ["new", "used"]', 'readonly ["new", "used", "broken"]'),
  typed("an open set forgets a value", "major", 'readonly ["new", "used"]', 'readonly ["new"]'),
  typed(
    "a closed union of errors has one more",
    "major",
    "GoneError | ClosedError",
    "GoneError | ClosedError | RangeError",
  ),
  typed(
    "a callback is told more",
    "minor",
    "readonly forMs: number;",
    "readonly forMs: number;\n    readonly why: string;",
  ),
  typed("a callback is told less", "major", "readonly forMs: number;", "readonly forMs?: number;"),
  typed("a method takes less", "major", "list(input?: ListInput)", "list(input?: ListInput & { readonly limit: 10 })"),
  typed("a generic has one more parameter with a default", "minor", "Page<out Item>", "Page<out Item, Raw = unknown>"),
  typed("a generic has one more parameter", "major", "Page<out Item>", "Page<out Item, Raw>"),
  typed("a type is written otherwise", "patch", "number | string", "string | number"),

  {
    what: "hand-written code with the same types",
    of: "code",
    name: store,
    deserves: "patch",
    next: withCode(released, store),
  },
  typed("a function's new optional parameter", "minor", 'unit?: "cm" | "mm")', 'unit?: "cm" | "mm", round?: boolean)'),
  typed(
    "a function's new required parameter",
    "major",
    "parseSize(text: string, ",
    "parseSize(text: string, base: number, ",
  ),
  typed(
    "a function that may now fail to answer",
    "major",
    "createStore(options: StoreOptions): Store",
    "createStore(options: StoreOptions): Store | undefined",
  ),
  typed(
    "a function that now always answers",
    "minor",
    "number | undefined;\n\n// @public\nexport interface Store ",
    "number;\n\n// @public\nexport interface Store ",
  ),
  typed("a function that became asynchronous", "major", "): number | undefined;", "): Promise<number | undefined>;"),
  {
    what: "a README's program that no longer compiles",
    of: "code",
    name: store,
    deserves: "major",
    next: withCode(released, store),
    errors: ["Expected 2 arguments, but got 1."],
  },
  {
    what: "a dependency's type, seen through the facade",
    of: "types",
    name: shop,
    deserves: "major",
    next: withReport(released, storeReport, "readonly shelf: number;", "readonly shelf?: number;"),
  },
  { what: "a dependency's code", of: "code", name: shop, deserves: "patch", next: withCode(released, store) },
  { what: "another package's code", of: "code", name: specs, deserves: "none", next: withCode(released, shop) },
  {
    what: "an entry point is gone",
    of: "types",
    name: shop,
    deserves: "major",
    next: { ...released, reports: new Map([...released.reports].filter(([file]) => file !== shopReport)) },
  },
];

const judgeCase = async ({ next, errors }: Pick<Case, "next" | "errors">): Promise<ReadonlyMap<string, Judgement>> =>
  judge(released, next, { compile: () => new Map(errors ? [[example, errors]] : []) });

describe("the smallest version that is honest", { timeout: 60_000 }, () => {
  const table: string[] = [];
  afterAll(() => console.log(["what changed | where | deserves | judged | because", ...table].join("\n")));

  test.each(cases)("$of: $what: $deserves", async (item) => {
    const judgement = (await judgeCase(item)).get(item.name);
    const because = judgement?.reasons[0]?.text ?? "";
    table.push(
      [item.what.padEnd(46), item.of.padEnd(11), item.deserves.padEnd(5), judgement?.bump.padEnd(5), because].join(
        " | ",
      ),
    );
    expect(judgement?.bump).toBe(item.deserves);
  });

  test("is judged on every kind of change, and each verdict is deserved by some", () => {
    expect(cases.length).toBeGreaterThanOrEqual(25);
    expect(new Set(cases.map(({ of, deserves }) => `${of} ${deserves}`)).size).toBeGreaterThanOrEqual(8);
  });

  test("is none for what did not change", async () => {
    const judged = await judgeCase({ next: released });
    expect([...judged.values()].map(({ bump, reasons }) => [bump, reasons])).toEqual([
      ["none", []],
      ["none", []],
      ["none", []],
    ]);
  });
});

describe("before 1.0", () => {
  test.each([
    ["major", "minor"],
    ["minor", "patch"],
    ["patch", "patch"],
    ["none", "none"],
  ] as const)("%s asks for %s", (judged, asked) => {
    expect(askedAt("0.4.2", judged)).toBe(asked);
    expect(askedAt("1.4.2", judged)).toBe(judged);
  });
});

describe("a changeset", { timeout: 60_000 }, () => {
  const broken = withCode(
    withReport(released, storeReport, "parseSize(text: string, ", "parseSize(text: string, base: number, "),
    store,
  );
  const hold = async (next: State, planned: Readonly<Record<string, Bump>>, named = Object.keys(planned)) => {
    const judged = await judgeCase({ next });
    const claims = { named: new Set(named), planned: new Map(Object.entries(planned)) };
    return reachVerdicts(released, judged, claims).flatMap(({ problems }) => problems);
  };

  test("that claims less than what changed is refused, with each change that forces the bump", async () => {
    const [problem, ...others] = await hold(broken, { [store]: "minor", [shop]: "patch" });
    expect(others).toEqual([]);
    expect(problem).toMatch(
      /@org\/store: the changesets claim minor, and the changes ask for major:\n +major: parseSize /,
    );
    expect(problem).not.toContain("what is published differs");
  });

  test("that claims as much, or more, is accepted", async () => {
    expect(await hold(broken, { [store]: "major", [shop]: "patch" })).toEqual([]);
    expect(await hold(withCode(released, store), { [store]: "minor", [shop]: "patch" })).toEqual([]);
  });

  test("must name each package that changed, even where a group gives it a version", async () => {
    const problems = await hold(broken, { [store]: "major", [shop]: "major" }, [shop]);
    expect(problems).toEqual([
      expect.stringMatching(/^@org\/store changed, and no changeset names it; run pnpm changeset/),
    ]);
  });

  test("need not name a package that only brings a changed one along, but the plan must give it a version", async () => {
    expect(await hold(broken, { [store]: "major", [shop]: "patch" }, [store])).toEqual([]);
    expect(await hold(broken, { [store]: "major" })).toEqual([
      expect.stringContaining("@org/shop: the changesets claim none"),
    ]);
  });
});
