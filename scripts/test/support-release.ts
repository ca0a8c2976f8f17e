// A small made-up repository: descriptions, a client with hand-written parts, and a facade over it.
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { State } from "../src/release/check/state.ts";
import type { Document } from "../src/specs/bundle.ts";

const read = (file: string): string => readFileSync(new URL(`fixtures/${file}`, import.meta.url), "utf8");

export const specs = "@org/specs";
export const store = "@org/store";
export const shop = "@org/shop";
export const storeReport = "packages/store/api/index.api.md";
export const shopReport = "packages/shop/api/index.api.md";
export const example = "packages/store/README.md#1";

/** What was released. */
export const released: State = {
  packages: new Map([
    [specs, { directory: "specs", version: "1.2.3", digest: "a", dependencies: [] }],
    [store, { directory: "packages/store", version: "1.2.3", digest: "a", dependencies: [] }],
    [shop, { directory: "packages/shop", version: "1.2.3", digest: "a", dependencies: [store] }],
  ]),
  reports: new Map([
    [storeReport, read("release/store.api.md")],
    [shopReport, read("release/shop.api.md")],
  ]),
  descriptions: new Map([["things", parse(read("specs/valid.yaml")) as Document]]),
  examples: new Map([[example, 'import { createStore } from "@org/store";\n']]),
};

/** The same with other code in a package, which may change nothing that the reports tell. */
export function withCode(state: State, name: string): State {
  const known = state.packages.get(name);
  if (known === undefined) throw new Error(`there is no ${name}`);
  return { ...state, packages: new Map([...state.packages, [name, { ...known, digest: "b" }]]) };
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
