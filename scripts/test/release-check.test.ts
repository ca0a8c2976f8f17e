import { afterAll, describe, expect, test } from "vitest";
import { askedAt, type Bump } from "../src/release/check/bump.ts";
import { judge, type Judgement } from "../src/release/check/judge.ts";
import type { State, Target } from "../src/release/check/state.ts";
import { reachVerdicts } from "../src/release/check/verdict.ts";
import type { Document } from "../src/specs/bundle.ts";
import { committedReports } from "../src/release/api/committed.ts";
import { changed, renamed } from "./lint-documents.ts";
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
  withFiles,
  withManifest,
  withoutPackage,
  withPackage,
  withReport,
} from "./support-release.ts";

interface Case {
  readonly what: string;
  readonly of: "description" | "types" | "code" | "manifest" | "facade";
  readonly name: string;
  readonly deserves: Bump;
  readonly next: State;
  /** Default: the made-up repository. */
  readonly base?: State;
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
const typed = (what: string, deserves: Bump, from: string, to: string, base = released): Case => {
  return { what, of: "types", name: store, deserves, base, next: withReport(base, storeReport, from, to) };
};

/** Changes of what the packages' manifests and files say. */
const published = (what: string, deserves: Bump, name: string, next: State, base = released): Case => {
  return { what, of: "manifest", name, deserves, next, base };
};
const manifest = (what: string, deserves: Bump, fields: Readonly<Record<string, unknown>>): Case =>
  published(what, deserves, store, withManifest(released, store, fields));
const entry = (what: string, deserves: Bump, target: Target): Case =>
  manifest(what, deserves, { exports: { ...storeExports, ".": target } });
const [types, main] = ["./dist/index.d.ts", "./dist/index.js"];
const storeExports = released.packages.get(store)?.manifest.exports ?? {};
const specsExports = released.packages.get(specs)?.manifest.exports ?? {};

/** Changes of the repository's own API reports: of types whose meaning depends on the provider they are used with. */
const real: State = {
  packages: new Map(
    ["runtime", "sessions", "kore-xo"].map((name) => {
      const known = { directory: `packages/${name}`, version: "1.2.3", files: {} };
      return [name, { ...known, manifest: { name, dependencies: { "openapi-fetch": "0.17.0" } } }];
    }),
  ),
  reports: committedReports(),
  descriptions: new Map(),
  examples: new Map(),
};
const facade = (what: string, deserves: Bump, from: string, to: string): Case => {
  const next = withReport(real, "packages/sessions/api/index.api.md", from, to);
  return { what, of: "facade", name: "sessions", deserves, base: real, next };
};
const raw = (what: string, deserves: Bump, from: string, to: string): Case => {
  const next = withReport(real, "packages/kore-xo/api/raw.api.md", from, to);
  return { what, of: "types", name: "kore-xo", deserves, base: real, next };
};
const runtime = (what: string, deserves: Bump, from: string, to: string): Case => {
  const next = withReport(real, "packages/runtime/api/index.api.md", from, to);
  return { what, of: "types", name: "runtime", deserves, base: real, next };
};
const getFault = `export type GetFaultOf<A> = A extends {
    get(id: string): Promise<Result<unknown, infer Fault>>;
} ? Fault : never;`;

const boards = `readonly {
        readonly width: number;
        readonly wood?: string;
    }[]`;
const withBoard = withReport(
  released,
  storeReport,
  "// @public\nexport interface Rack",
  `// @public
export interface Board {
    readonly width: number;
    readonly wood?: string;
}

// @public
export interface Rack`,
);

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
  described("an operation may not be repeated any more", "minor", (document) =>
    changed(document, [...list, "x-retry", "safety"], "never"),
  ),
  described("a limit is lower", "minor", (document) => changed(document, [...list, "x-rate-limit", 0, "requests"], 30)),
  described("a request may have one more value", "minor", (document) =>
    changed(document, [...sent, "properties", "size", "enum", 2], "huge"),
  ),
  described("an open set of the description forgets a value", "major", (document) =>
    changed(document, ["components", "schemas", "Cup", "properties", "size", "x-extensible-enum"], ["small"]),
  ),
  described("a schema has another name", "major", (document) => renamed(document, "Search", "Query")),
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
  typed("an optional field of an array's items is gone", "major", "        readonly wood?: string;\n", ""),
  typed(
    "an array's items have one more optional field",
    "minor",
    "readonly wood?:",
    "readonly oil?: string; readonly wood?:",
  ),
  typed("a field of an array's items became readonly", "major", "        height?:", "        readonly height?:"),
  typed("an optional field of an input's items is gone", "major", "    readonly paint?: string;\n", ""),
  typed("an optional field in a tuple is gone", "major", "        readonly hook?: string;\n", ""),
  typed("an optional field in a record is gone", "major", "        readonly ink?: string;\n", ""),
  typed("an optional field behind an index is gone", "major", "            readonly pen?: string;\n", ""),
  typed(
    "what is behind an index became readonly",
    "major",
    "        [place: string]",
    "        readonly [place: string]",
  ),
  typed("an optional field of a generic's argument is gone", "major", "        readonly key?: string;\n", ""),
  typed("an optional field is left out", "major", 'Omit<Thing, "box">', 'Omit<Thing, "box" | "note">'),
  typed("an optional field of a promised result is gone", "major", "        readonly scale?: string;\n", ""),
  typed("an optional field eight levels deep is gone", "major", "        readonly h?: string;\n", ""),
  typed("an inline type of an output has a name", "patch", boards, "readonly Board[]", withBoard),
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
  typed("a constructor takes less", "major", "constructor(id: string,", 'constructor(id: "box",'),
  typed("a constructor takes more", "minor", "constructor(id: string,", "constructor(id: string | number,"),
  typed("a constructor's optional input is required", "major", "place?: GonePlace);", "place: GonePlace);"),
  typed(
    "what a constructor takes asks for more",
    "major",
    "export interface GonePlace {",
    "export interface GonePlace {\n    readonly box: string;",
  ),
  runtime(
    "an error of the service takes fewer names",
    "major",
    "constructor(name: string, ",
    "constructor(name: `${string}Error`, ",
  ),
  runtime(
    "an error of an input takes fewer fields",
    "major",
    "constructor(field: string, ",
    'constructor(field: "input", ',
  ),
  runtime(
    "an error of an input needs its details",
    "major",
    "problem: string, details?: Partial<ErrorDetails>);",
    "problem: string, details: Partial<ErrorDetails>);",
  ),
  facade(
    "an error of a session takes fewer kinds",
    "major",
    "constructor(kind: string, ",
    'constructor(kind: "notebook", ',
  ),

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
  {
    what: "a whole API is gone",
    of: "description",
    name: specs,
    deserves: "major",
    next: { ...released, descriptions: new Map() },
  },

  typed("a type parameter's default is gone", "major", "Labelled<Text = string>", "Labelled<Text>"),
  typed("a type parameter has another default", "major", "Labelled<Text = string>", "Labelled<Text = number>"),
  typed("a type parameter takes less", "major", "Tagged<Tag extends string>", 'Tagged<Tag extends "new" | "used">'),
  typed("a type parameter takes more", "minor", "Tagged<Tag extends string>", "Tagged<Tag extends string | number>"),
  typed("a type parameter has another name", "patch", "Page<out Item>", "Page<in out Item>"),
  typed(
    "a generic function has one more type parameter",
    "major",
    "mapPage<Item, Mapped>",
    "mapPage<Item, Mapped, More>",
  ),
  typed("a generic function infers no constant", "major", "keep<const Item>", "keep<Item>"),
  typed("an output field that was any", "major", "readonly loose: any;", "readonly loose: number;"),
  typed("an output field that is any", "major", "readonly shelf: number;", "readonly shelf: any;"),
  typed("an overload takes less", "major", "sort(by: string): Thing[];", 'sort(by: "size"): Thing[];'),
  typed("an overload is gone", "major", "    sort(by: string): Thing[];\n", ""),
  typed("an overload is new", "minor", "    sort(by: string)", "    sort(by: bigint): Thing[];\n    sort(by: string)"),
  typed("an output field became readonly", "major", "        mark: string;", "        readonly mark: string;"),
  typed("an output field can be assigned", "minor", "    readonly note?: string;", "    note?: string;"),
  typed("an input became readonly", "patch", '    colour?: "red"', '    readonly colour?: "red"'),
  typed("what is not exported takes less", "major", "type Text_ = string | number;", "type Text_ = string;"),

  facade("errors do not narrow any more", "major", getFault, "export type GetFaultOf<A> = SdkError;"),
  facade(
    "an error type that reads otherwise",
    "patch",
    "GetFaultOf<A> = A extends {\n    get(id: string)",
    "GetFaultOf<A> = A extends {\n    get(key: string)",
  ),
  facade(
    "the service's own record is unknown",
    "major",
    "export type RawOf<A> = A extends {\n    list(...args: never): AdapterPages<infer Raw, unknown>;\n} ? Raw : never;",
    "export type RawOf<A> = unknown;",
  ),
  facade(
    "sessions do not tell their provider",
    "major",
    "export type AnySessionOf<P extends Providers> = {\n    [Key in keyof P & string]: SessionOf<Key, P[Key]>;\n}[keyof P & string];",
    "export type AnySessionOf<P extends Providers> = Session;",
  ),
  facade(
    "providers that create cannot any more",
    "major",
    "? CreatableSessions<Key, A, Input, Fault> & ReadableSessions<Key, A> : ReadableSessions<Key, A>;",
    "? ReadableSessions<Key, A> : ReadableSessions<Key, A>;",
  ),
  facade(
    "an input that could be left out",
    "major",
    "undefined extends Input ? [input?: Input, options?: Options | undefined] : [input: Input, options?: Options | undefined];",
    "[input: Input, options?: Options | undefined];",
  ),
  facade(
    "a provider can do one thing more",
    "minor",
    '    readonly client: A["client"];',
    '    readonly client: A["client"];\n    readonly version: string;',
  ),
  facade(
    "there is one more way over all providers",
    "minor",
    "    readonly all: AllSessions<P>;",
    "    readonly all: AllSessions<P>;\n    readonly count: number;",
  ),
  raw(
    "a library's type with other arguments",
    "major",
    'Client<paths, "application/json">',
    'Client<never, "text/plain">',
  ),

  manifest("a dependency's range", "patch", { dependencies: { prettier: "1.2.3", boxes: "4.5.7" } }),
  manifest("a dependency is new", "patch", { dependencies: { prettier: "1.2.3", boxes: "4.5.6", more: "1.0.0" } }),
  manifest("a fix of a library that the API shows", "patch", { dependencies: { prettier: "1.2.4", boxes: "4.5.6" } }),
  manifest("a break of a library that the API shows", "major", { dependencies: { prettier: "2.0.0", boxes: "4.5.6" } }),
  manifest("a library that the declarations import is not brought", "major", { dependencies: { boxes: "4.5.6" } }),
  manifest("a library that is not seen is not brought", "patch", { dependencies: { prettier: "1.2.3" } }),
  published(
    "a library that the declarations import no longer is not brought",
    "patch",
    store,
    withPackage(withManifest(released, store, { dependencies: { boxes: "4.5.6" } }), store, (known) => ({
      ...known,
      imports: [],
    })),
  ),
  manifest("a new peer", "major", { peerDependencies: { labels: "^2.0.0", pens: "^1.0.0" } }),
  manifest("a new optional peer", "minor", {
    peerDependencies: { labels: "^2.0.0", pens: "^1.0.0" },
    peerDependenciesMeta: { pens: { optional: true } },
  }),
  manifest("a peer of fewer versions", "major", { peerDependencies: { labels: "^2.1.0" } }),
  manifest("a peer of more versions", "minor", { peerDependencies: { labels: "^2.0.0 || ^3.0.0" } }),
  manifest("fewer versions of Node", "major", { engines: { node: ">=24" } }),
  manifest("more versions of Node", "minor", { engines: { node: ">=20" } }),
  manifest("fewer operating systems", "major", { os: ["linux", "darwin"] }),
  manifest("a command is gone", "major", { bin: undefined }),
  manifest("a command has another name", "major", { bin: { shop: "./bin/store.mjs" } }),
  manifest("a command is new", "minor", { bin: { store: "./bin/store.mjs", shop: "./bin/store.mjs" } }),
  manifest("a command in another file", "patch", { bin: { store: "./bin/main.mjs" } }),
  manifest("code of another kind", "major", { type: "commonjs" }),
  manifest("another licence", "major", { license: "GPL-3.0-only" }),
  manifest("other keywords", "patch", { keywords: ["boxes"] }),
  manifest("a word on a peer", "patch", { peerDependenciesMeta: { labels: { optional: false } } }),
  manifest("a word on a peer that is none", "patch", { peerDependenciesMeta: { pens: { optional: true } } }),
  manifest("another list of files", "patch", { files: ["dist"] }),
  manifest("what was implied is said", "patch", { libc: [] }),
  published(
    "a manifest in another order",
    "patch",
    store,
    withPackage(released, store, (known) => ({
      ...known,
      manifest: Object.fromEntries(Object.entries(known.manifest).toReversed()),
    })),
  ),
  manifest("the manifest cannot be imported", "major", { exports: { ".": storeExports["."] } }),
  entry("an entry point without types", "major", "./dist/index.js"),
  entry("an entry point of types alone", "major", types),
  entry("an entry point in another file", "patch", { types, default: "./dist/main.js" }),
  entry("an entry point that shuts out browsers", "major", { types, browser: null, default: main }),
  entry("an entry point that shuts out Node", "major", { types, node: null, default: main }),
  entry("an entry point that shuts out a platform of a new name", "major", { types, fridge: null, default: main }),
  entry("an entry point that cannot be imported", "major", { types, import: null, default: main }),
  entry("an entry point that can only be imported", "major", { types, import: main }),
  entry("an entry point that shows its types to none", "major", { default: main, types }),
  entry("an entry point with a file for Bun", "patch", { types, bun: "./dist/bun.js", default: main }),
  entry("an entry point that is written at length", "patch", {
    import: { types, default: main },
    require: { types, default: main },
  }),
  published(
    "a form of the descriptions is gone",
    "major",
    specs,
    withManifest(released, specs, { exports: { ...specsExports, "./*/yaml": null } }),
  ),
  published(
    "one of the descriptions is shut out",
    "major",
    specs,
    withManifest(released, specs, { exports: { ...specsExports, "./things": null } }),
  ),
  published(
    "descriptions in another form",
    "major",
    specs,
    withManifest(released, specs, { exports: { ...specsExports, "./*": "./dist/*/openapi.yaml" } }),
  ),
  published(
    "workflows are gone",
    "major",
    specs,
    withFiles(released, specs, { "dist/things/workflows.arazzo.yaml": undefined }),
  ),
  published(
    "workflows are new",
    "minor",
    specs,
    withFiles(released, specs, { "dist/more/workflows.arazzo.yaml": "a" }),
  ),
  published("the text of the licence", "patch", store, withFiles(released, store, { LICENSE: "b" })),
  published("a source map", "patch", store, withFiles(released, store, { "dist/index.js.map": "b" })),
  published("a package is gone", "major", shop, withoutPackage(released, shop)),
  published("a package is new", "minor", shop, released, withoutPackage(released, shop)),
];

const judgeCase = async ({
  base = released,
  next,
  errors,
}: Pick<Case, "base" | "next" | "errors">): Promise<ReadonlyMap<string, Judgement>> =>
  judge(base, next, { compile: () => new Map(errors ? [[example, errors]] : []) });

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
    expect(cases.length).toBeGreaterThanOrEqual(90);
    expect(new Set(cases.map(({ of, deserves }) => `${of} ${deserves}`)).size).toBeGreaterThanOrEqual(14);
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
  const hold = async (next: State, planned: Readonly<Record<string, Bump>>, claimed = planned, summary = "") => {
    const judged = await judgeCase({ next });
    const claims = {
      changesets: [{ summary, claims: new Map(Object.entries(claimed)) }],
      planned: new Map(Object.entries(planned)),
    };
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

  test.each([
    [{}, /^@org\/store changed, and no changeset claims anything for it; run pnpm changeset/],
    [{ [store]: "none" }, /^@org\/store changed, and no changeset claims anything for it/],
    [{ [store]: "patch" }, /^@org\/store: the changesets claim patch, and the changes ask for major/],
  ] as const)(
    "must claim it for each package that changed, even where a group gives it a version: %j",
    async (own, problem) => {
      const problems = await hold(broken, { [store]: "major", [shop]: "major" }, { [shop]: "major", ...own });
      expect(problems).toEqual([expect.stringMatching(problem)]);
    },
  );

  test("need not name a package that only brings a changed one along, but the plan must give it a version", async () => {
    expect(await hold(broken, { [store]: "major", [shop]: "patch" }, { [store]: "major" })).toEqual([]);
    expect(await hold(broken, { [store]: "major" })).toEqual([
      expect.stringContaining("@org/shop: the changesets claim none"),
    ]);
  });

  test("cannot claim for a package that is gone: another one's must tell it, with a break", async () => {
    const gone = withoutPackage(released, shop);
    const told = `${shop} is no longer published; ask the store itself.`;
    expect(await hold(gone, { [store]: "major" }, { [store]: "major" }, told)).toEqual([]);
    const refused = [expect.stringMatching(/^@org\/shop 1\.2\.3 was released and is not published any more/)];
    expect(await hold(gone, { [store]: "minor" }, { [store]: "minor" }, told)).toEqual(refused);
    expect(await hold(gone, { [store]: "major" }, { [store]: "major" }, `${shop}s are open`)).toEqual(refused);
    expect(await hold(gone, { [shop]: "major" }, { [shop]: "major" }, told)).toEqual(refused);
  });
});
