import { afterAll, describe, expect, test } from "vitest";
import { ProgramFolder, type Compilation, type Compiler } from "../types/support/compile.js";
import { deviations, programNames, readMistakes, readPrograms } from "../types/support/programs.js";

const folder = new ProgramFolder(readPrograms());
afterAll(() => folder.remove());
const mistakes = readMistakes();

interface Flavour extends Pick<Compilation, "compiler" | "options"> {
  readonly name: string;
  /** What else the compiler complains of. */
  readonly known?: readonly RegExp[];
}

const nodenext = { module: "nodenext" };
const bundler = { module: "esnext", moduleResolution: "bundler" };
const exactOptional = { exactOptionalPropertyTypes: true };
// Without the option `lib` a compiler takes that of the target, with DOM.
const withoutDom = { lib: ["es2022"], types: ["node"] };

const flavours: readonly Flavour[] = [
  { name: "nodenext", options: nodenext },
  { name: "bundler", options: bundler },
  { name: "nodenext, exactOptionalPropertyTypes", options: { ...nodenext, ...exactOptional } },
  { name: "bundler, exactOptionalPropertyTypes", options: { ...bundler, ...exactOptional } },
  { name: "nodenext, no DOM but @types/node", options: { ...nodenext, ...withoutDom } },
  {
    name: "bundler, no DOM but @types/node, exactOptionalPropertyTypes",
    options: { ...bundler, ...withoutDom, ...exactOptional },
  },
  {
    name: "every further check",
    options: {
      ...nodenext,
      ...exactOptional,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      verbatimModuleSyntax: true,
      isolatedModules: true,
      noUnusedLocals: true,
    },
  },
  { name: "TypeScript 5.9", compiler: "5.9", options: { ...nodenext, ...exactOptional } },
  { name: "TypeScript 5.9, bundler, no DOM but @types/node", compiler: "5.9", options: { ...bundler, ...withoutDom } },
  {
    name: "TypeScript 5.4",
    compiler: "5.4",
    options: { ...nodenext, ...exactOptional },
    // It cannot call a method of several providers at once where one of them may do without an input.
    known: [/^unexpected programs\/supports\.ts:\d+ TS2559/],
  },
];

const files = programNames.map((name) => `programs/${name}`);

describe.concurrent.each(flavours)("under $name", { timeout: 60_000 }, ({ compiler, options, known = [] }) => {
  test("the programs compile, but for their mistakes, each of which is named on its line", async () => {
    const { diagnostics } = await folder.compile({ compiler, files, options });
    expect(deviations(mistakes, diagnostics)).toEqual(known.map((words) => expect.stringMatching(words) as string));
  });
});

const complaintsOf = async (compiler: Compiler, options: Compilation["options"], file: string) =>
  (await folder.compile({ compiler, options, files: [file] })).diagnostics;

describe.concurrent("where a flavour cannot work", { timeout: 60_000 }, () => {
  test("without DOM and @types/node the missing globals are named, all of them in declarations", async () => {
    const options = { ...nodenext, lib: ["es2022"] };
    const complaints = await complaintsOf("7", options, "programs/clients.ts");
    expect(new Set(complaints.map(({ code }) => code))).toEqual(new Set(["TS2304"]));
    expect([...new Set(complaints.map(({ text }) => /'(\w+)'/.exec(text)?.[1]))].sort()).toEqual([
      "AbortSignal",
      "Headers",
      "ReadableStream",
      "Request",
      "RequestInit",
      "Response",
      "URL",
    ]);
    expect(complaints.filter(({ file }) => !file.endsWith(".d.ts"))).toEqual([]);
    const unchecked = { ...options, skipLibCheck: true };
    expect(await complaintsOf("7", unchecked, "programs/clients.ts")).toEqual([]);
  });

  test("resolution of the Node 10 kind is told what to use instead", async () => {
    const options = { module: "esnext", moduleResolution: "node10", skipLibCheck: true };
    const complaints = await complaintsOf("5.9", options, "programs/facade-of-three.ts");
    const unresolved = complaints.filter(({ text }) => text.includes("@org/sessions/kore-xo"));
    expect(unresolved).toMatchObject([{ code: "TS2307", line: 4 }]);
    expect(unresolved[0]?.text).toContain("Consider updating to 'node16', 'nodenext', or 'bundler'");
  });

  test("without strict checks a project still has names, inputs and narrowing", async () => {
    const file = "programs/loose.ts";
    const complaints = await complaintsOf("7", { ...nodenext, strict: false }, file);
    expect(
      deviations(
        mistakes.filter((mistake) => mistake.file === file),
        complaints,
      ),
    ).toEqual([]);
  });
});
