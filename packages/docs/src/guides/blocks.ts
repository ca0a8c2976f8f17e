/**
 * A code block of a page. The word after the language says what the block claims:
 *
 * - `ts run`: a program that runs as it stands. `ts run continues`: goes on where the block before it ended.
 * - `js run`: the same, without a type in it, so that any Node runs it as an `.mjs` file.
 * - `ts run varies`: prints something else each time. Every other program has its output on the page.
 * - `ts types`: compiles. For what needs an account, or a network.
 * - `sh run`: runs against a served emulator. `sh` alone: every command in it exists.
 * - `text output`: what the program before it has printed last.
 */
export interface Block {
  readonly page: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly marks: readonly string[];
  readonly code: string;
}

/** A program of a page: one block, or several that continue each other. */
export interface Program {
  readonly page: string;
  readonly line: number;
  readonly code: string;
  /** What must be the end of what it prints, each for the code up to it. */
  readonly output: readonly string[];
  readonly runs: boolean;
  /** Whether it prints something else each time. */
  readonly varies: boolean;
  readonly extension: "ts" | "mjs";
}

const extensions: Readonly<Record<string, Program["extension"]>> = { ts: "ts", js: "mjs" };

/** Is it a program, or a part of one? */
export const isCode = ({ language }: Block): boolean => language in extensions;

export function blocksOf(page: string, text: string): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; language: string; marks: string[]; code: string[] } | undefined;
  for (const [index, line] of text.split("\n").entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (!fence) {
      open?.code.push(line);
      continue;
    }
    if (open) {
      blocks.push({ page, ...open, code: open.code.join("\n") });
      open = undefined;
      continue;
    }
    const [language = "", ...marks] = (fence[1] ?? "").trim().split(/\s+/);
    open = { line: index + 1, language, marks, code: [] };
  }
  return blocks;
}

/** The programs of a page, in order. */
export function programsOf(blocks: readonly Block[]): Program[] {
  const programs: (Omit<Program, "output"> & { code: string; output: string[] })[] = [];
  for (const { page, line, language, marks, code } of blocks) {
    const extension = extensions[language];
    const last = programs.findLast(({ runs }) => runs);
    if (language === "text" && marks.includes("output")) {
      if (!last) throw new Error(`${page}:${line}: output of nothing that runs`);
      last.output.push(code);
    } else if (extension && marks.includes("continues")) {
      if (last?.extension !== extension) throw new Error(`${page}:${line}: nothing to continue`);
      last.code += `\n${code}`;
    } else if (extension) {
      const claims = { runs: marks.includes("run"), varies: marks.includes("varies") };
      programs.push({ page, line, code, output: [], ...claims, extension });
    }
  }
  return programs;
}
