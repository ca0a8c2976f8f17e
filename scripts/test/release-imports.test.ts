import { expect, test } from "vitest";
import { importedLibraries } from "../src/release/check/types/imported-libraries.ts";

test.each([
  ["an import", 'import type { A } from "a";', ["a"]],
  ["an export", 'export * from "@shop/b/c";', ["@shop/b"]],
  ["a type in its place", 'export type B = import("a/b").C;', ["a"]],
  ["a type in its place, of a module", 'export {};\nexport type B = typeof import("a");', ["a"]],
  ["an addition to a library", 'export {};\ndeclare module "a" { interface B {} }', ["a"]],
  ["a reference", '/// <reference types="a" />\nexport {};', ["a"]],
  ["a file of its own", 'export * from "./a.js";', []],
])("declarations name a library by %s", (_what, declarations, libraries) => {
  expect(importedLibraries(declarations)).toEqual(libraries);
});
