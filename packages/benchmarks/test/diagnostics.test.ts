import { expect, test } from "vitest";
import { readDiagnostics } from "../src/types/compile.ts";

test("instantiations and errors are read from what the compiler prints", () => {
  const output = "a.ts(5,7): error TS2551: no\nb.ts(1,1): error TS1005: no\nFiles: 88\nInstantiations:       1234\n";
  expect(readDiagnostics(output)).toEqual({ instantiations: 1234, errors: 2 });
  expect(readDiagnostics("Instantiations:  0\n")).toEqual({ instantiations: 0, errors: 0 });
});

test("a compiler that did not count is an error, not a cost of nothing", () => {
  expect(() => readDiagnostics("error TS5083: Cannot read file")).toThrow("no instantiations");
});
