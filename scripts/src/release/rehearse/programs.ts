// What is run on every runtime: the programs of the READMEs, and an import of every entry point.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import type { PublicPackage } from "../packages.ts";

export interface Program {
  /** The package whose quick start it is. */
  readonly of: string;
  /** `README.md` or `entry points`. */
  readonly name: string;
  /** As it is written. */
  readonly source: string;
  readonly language: "ts" | "js";
  /** The packages that must be installed. */
  readonly packages: readonly string[];
  /** Whether it can only run where there are Node's own modules. */
  readonly needsNode: boolean;
}

const importLine = /^import\s+([\s\S]*?)\s+from\s+"([^"]+)"(\s+with\s+\{[^}]*\})?;$/gm;

/** The quick start of each package that has one, with the repository's own as one more of the facade. */
export function readmePrograms(root: string, packages: readonly PublicPackage[]): readonly Program[] {
  const facade = packages.find(({ directory }) => directory === "packages/sessions");
  const places = [...packages, ...(facade ? [{ ...facade, directory: "" }] : [])];
  return places.flatMap(({ name, directory }) => {
    const [file] = globSync(join(directory, "README.md"), { cwd: root });
    const text = file ? readFileSync(join(root, file), "utf8") : "";
    const [, word, source] = /^```(ts|js)\n(import [\s\S]*?)^```$/m.exec(text) ?? [];
    if (source === undefined) return [];
    const language = word === "ts" ? "ts" : "js";
    const needed = importsOf(source).flatMap(({ from }) => packages.filter((item) => isOf(from, item.name)));
    return [
      { of: name, name: join(directory, "README.md"), source, language, packages: namesOf(needed), needsNode: false },
    ];
  });
}

/** Imports every entry point of a package, and fails for one that exports nothing. */
export function entryPointPrograms(root: string, packages: readonly PublicPackage[]): readonly Program[] {
  return packages.flatMap(({ name, directory, entryPoints }) => {
    if (entryPoints.length === 0) return [];
    const forNode = entryPoints.filter(({ code }) => needsNode(join(root, directory, code)));
    const forAll = entryPoints.filter((entry) => !forNode.includes(entry));
    return [forAll, forNode].flatMap((entries, index): readonly Program[] => {
      if (entries.length === 0) return [];
      const specifiers = entries.map((entry) => name + entry.name.slice(1));
      const imports = specifiers.map((specifier, number) => `import * as e${number} from "${specifier}";`);
      const list = specifiers.map((specifier, number) => `["${specifier}", e${number}]`).join(", ");
      const check = `for (const [name, module] of [${list}]) {
  if (Object.keys(module).length === 0) throw new Error(name + " exports nothing");
  console.log(name);
}`;
      const source = [...imports, check, ""].join("\n");
      return [{ of: name, name: "entry points", source, language: "ts", packages: [name], needsNode: index === 1 }];
    });
  });
}

/** Plain JavaScript, with the emulator behind a socket instead of in the process, unless the program sets its faults. */
export function asModule({ source }: Program): string {
  const { code } = transformSync(source, { loader: "ts", target: "esnext", format: "esm" });
  if (source.includes(".faults.")) return code;
  return code.replace(/(import \{ ?createEmulator ?\} from) "[^"]+";/, '$1 "./served.mjs";');
}

/** The same as a function, for runtimes that forbid work while a module loads. */
export function asFunction(program: Program): string {
  const code = asModule(program);
  const imports = [...code.matchAll(importLine)].map(([line]) => line);
  return `${imports.join("\n")}\nexport async function run(console) {\n${code.replaceAll(importLine, "")}\n}\n`;
}

/** The same with `require`, which Node has for ES modules since 20.19. */
export function asCommonJs(program: Program): string {
  const code = asModule(program).replaceAll(importLine, (_line, names: string, from: string, json?: string) => {
    const pattern = names.startsWith("*") ? names.replace(/^\*\s+as\s+/, "") : names.replaceAll(" as ", ": ");
    const module = `require(${JSON.stringify(from)})`;
    return names.startsWith("{") || names.startsWith("*")
      ? `const ${pattern} = ${module};`
      : `const ${names} = ${module}${json === undefined ? ".default" : ""};`;
  });
  return `(async () => {\n${code}\n})().catch((error) => { console.error(error); process.exitCode = 1; });\n`;
}

/** Stands in for the emulator package: the same names, answered by a server. */
export function servedModule(url: string, credentials: string): string {
  return `const address = ${JSON.stringify(url)};
export const createEmulator = () => ({
  credentials: ${credentials},
  fetch: (input, init) => {
    const { pathname, search } = new URL(input instanceof Request ? input.url : input);
    return globalThis.fetch(input instanceof Request ? new Request(address + pathname + search, input) : address + pathname + search, init);
  },
});
`;
}

function importsOf(source: string): readonly { readonly from: string }[] {
  return [...source.matchAll(importLine)].map(([, , from = ""]) => ({ from }));
}

function needsNode(file: string): boolean {
  return /\bfrom\s*"node:/.test(readFileSync(file, "utf8"));
}

function isOf(specifier: string, name: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}

function namesOf(packages: readonly PublicPackage[]): readonly string[] {
  return [...new Set(packages.map(({ name }) => name))];
}
