// A small made-up repository: descriptions, a client with hand-written parts, and a facade over it.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { PackageState, State } from "../src/release/check/state.ts";
import type { Document } from "../src/specs/bundle.ts";

const read = (file: string): string => readFileSync(new URL(`fixtures/${file}`, import.meta.url), "utf8");

export const specs = "@org/specs";
export const store = "@org/store";
export const shop = "@org/shop";
export const storeReport = "packages/store/api/index.api.md";
export const shopReport = "packages/shop/api/index.api.md";
export const example = "packages/store/README.md#1";

const code = { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" }, "./package.json": "./package.json" };
const common = { license: "Apache-2.0", type: "module", dependencies: {} };
const files = { "README.md": "a", LICENSE: "a" };
const codeFiles = { ...files, "dist/index.js": "a", "dist/index.js.map": "a", "dist/index.d.ts": "a" };

/** What was released. */
export const released: State = {
  packages: new Map([
    [
      specs,
      {
        directory: "specs",
        version: "1.2.3",
        manifest: {
          name: specs,
          ...common,
          exports: {
            "./*": "./dist/*/openapi.json",
            "./*/yaml": "./dist/*/openapi.yaml",
            "./*/arazzo": "./dist/*/workflows.arazzo.yaml",
          },
        },
        files: {
          ...files,
          "dist/things/openapi.json": "a",
          "dist/things/openapi.yaml": "a",
          "dist/things/workflows.arazzo.yaml": "a",
        },
      },
    ],
    [
      store,
      {
        directory: "packages/store",
        version: "1.2.3",
        manifest: {
          name: store,
          ...common,
          exports: code,
          bin: { store: "./bin/store.mjs" },
          engines: { node: ">=20.19.0" },
          dependencies: { prettier: "1.2.3", boxes: "4.5.6" },
          peerDependencies: { labels: "^2.0.0" },
        },
        files: { ...codeFiles, "bin/store.mjs": "a" },
        imports: ["prettier"],
      },
    ],
    [
      shop,
      {
        directory: "packages/shop",
        version: "1.2.3",
        manifest: { name: shop, ...common, exports: code, dependencies: { [store]: "<its version>" } },
        files: codeFiles,
      },
    ],
  ]),
  reports: new Map([
    [storeReport, read("release/store.api.md")],
    [shopReport, read("release/shop.api.md")],
  ]),
  descriptions: new Map([["things", parse(read("specs/valid.yaml")) as Document]]),
  examples: new Map([[example, 'import { createStore } from "@org/store";\n']]),
};

/** The same with another package in the place of one. */
export function withPackage(state: State, name: string, change: (known: PackageState) => PackageState): State {
  const known = state.packages.get(name);
  if (known === undefined) throw new Error(`there is no ${name}`);
  return { ...state, packages: new Map([...state.packages, [name, change(known)]]) };
}

/** The same with other code in a package, which may change nothing that the reports tell. */
export function withCode(state: State, name: string): State {
  return withFiles(state, name, { "README.md": "b" });
}

/** The same with other files in a package; undefined removes one. */
export function withFiles(state: State, name: string, files: Readonly<Record<string, string | undefined>>): State {
  return withPackage(state, name, (known) => ({ ...known, files: without({ ...known.files, ...files }) }));
}

/** The same with other fields in a manifest; undefined removes one. */
export function withManifest(state: State, name: string, fields: Readonly<Record<string, unknown>>): State {
  return withPackage(state, name, (known) => ({ ...known, manifest: without({ ...known.manifest, ...fields }) }));
}

/** The same without a package. */
export function withoutPackage(state: State, name: string): State {
  const { directory } = state.packages.get(name) ?? {};
  return {
    ...state,
    packages: new Map([...state.packages].filter(([known]) => known !== name)),
    reports: new Map([...state.reports].filter(([file]) => !file.startsWith(`${directory}/`))),
  };
}

function without<Value>(record: Readonly<Record<string, Value | undefined>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined));
}

/** The same with a text of a report replaced, as when a declaration is edited. */
export function withReport(state: State, report: string, from: string, to: string): State {
  const text = state.reports.get(report) ?? "";
  if (text.split(from).length !== 2) throw new Error(`${report} must hold this once: ${from}`);
  return { ...state, reports: new Map([...state.reports, [report, text.replace(from, () => to)]]) };
}

export function withDescription(state: State, change: (document: Document) => Document): State {
  const document = state.descriptions.get("things");
  if (document === undefined) throw new Error("there is no description");
  return { ...state, descriptions: new Map([["things", change(document)]]) };
}
