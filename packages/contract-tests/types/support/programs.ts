import { readdirSync, readFileSync } from "node:fs";
import type { Diagnostic } from "./compile.js";

/** A line that must not compile, and what the compiler must say of it. */
export interface Mistake {
  readonly file: string;
  readonly line: number;
  /** The code, or several where compilers differ: `TS2345|TS2741`. */
  readonly code: string;
  /** Part of the message. */
  readonly text: string;
}

const folder = new URL("../programs/", import.meta.url);
const directive = /^\s*\/\/ @ts-expect-error (TS\d+(?:\|TS\d+)*): (.+)$/;

/** Names of the programs. */
export const programNames: readonly string[] = readdirSync(folder).filter((name) => name.endsWith(".ts"));

/**
 * The programs by path, ready to be compiled. Their directives are made toothless: `@ts-expect-error` is content with any
 * error, while a test must know that it is the right one.
 */
export function readPrograms(): Readonly<Record<string, string>> {
  const helper = readFileSync(new URL("expect.ts", import.meta.url), "utf8");
  const programs = programNames.map((name) => [
    `programs/${name}`,
    read(name).replaceAll("@ts-expect-error", "expected"),
  ]);
  return { "support/expect.ts": helper, ...Object.fromEntries(programs) };
}

/** What the directives of the programs say must not compile. */
export function readMistakes(): readonly Mistake[] {
  return programNames.flatMap((name) =>
    read(name)
      .split("\n")
      .flatMap((line, index) => {
        if (!line.includes("@ts-expect-error")) return [];
        const [, code, text] = directive.exec(line) ?? [];
        if (code === undefined || text === undefined) throw new Error(`${name}:${index + 1} does not say which error`);
        return [{ file: `programs/${name}`, line: index + 2, code, text }];
      }),
  );
}

/** Where the compiler's verdict is not what the directives say: both ways, in words. */
export function deviations(mistakes: readonly Mistake[], diagnostics: readonly Diagnostic[]): string[] {
  const isOf = (mistake: Mistake, { file, line, code, text }: Diagnostic): boolean =>
    file === mistake.file &&
    line === mistake.line &&
    mistake.code.split("|").includes(code) &&
    text.includes(mistake.text);
  const say = ({ file, line, code, text }: Diagnostic): string => `${file}:${line} ${code}: ${text}`;
  return [
    ...diagnostics
      .filter((found) => !mistakes.some((mistake) => isOf(mistake, found)))
      .map((found) => `unexpected ${say(found)}`),
    ...mistakes
      .filter((mistake) => !diagnostics.some((found) => isOf(mistake, found)))
      .map((mistake) => `missing ${say(mistake)}`),
  ];
}

function read(name: string): string {
  return readFileSync(new URL(name, folder), "utf8");
}
