// A guide a language, made of the programs that ran: what stands between "guide" and "end of guide" in each.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { apiNames, type Generator, type Language } from "./model.ts";
import { programOf } from "./cell-cache.ts";
import { home } from "./places.ts";
import { toolchains } from "./toolchains.ts";

const titles: Readonly<Record<Language, string>> = {
  typescript: "TypeScript",
  python: "Python",
  go: "Go",
  java: "Java",
  rust: "Rust",
};

export const guideFile = (language: Language): string => join(home, "guides", `${language}.md`);

export async function guides(): Promise<{ language: Language; text: string }[]> {
  return Promise.all(
    toolchains.map(async ({ language, generators }) => {
      const sections = await Promise.all(generators.map((generator) => section(generator)));
      const head = [
        `# Calling the APIs from ${titles[language]}`,
        "",
        "Each of these clients is generated from the published descriptions, compiled, and used against the emulator by",
        "`pnpm test:downstream`. The lines below are from the programs that ran. How far each generator gets with each API is",
        "in [the matrix](../results/downstream.md).",
        "",
      ];
      return { language, text: [...head, ...sections].join("\n") };
    }),
  );
}

async function section(generator: Generator): Promise<string> {
  const api = await guidedApi(generator);
  const program = await readFile(programOf(api, generator), "utf8");
  const file = generator.reads === "3.1" ? "openapi.json" : "openapi-3.0.json";
  return [
    `## ${generator.name} ${generator.version}`,
    "",
    `From \`${api}/${file}\` of \`@org/specs\`:`,
    "",
    "```sh",
    generator.typed,
    "```",
    "",
    `\`\`\`${generator.language}`,
    excerpt(program),
    "```",
    "",
    `[The whole program](../${relative(home, programOf(api, generator))}), with its imports.`,
    "",
  ].join("\n");
}

async function guidedApi(generator: Generator): Promise<(typeof apiNames)[number]> {
  for (const api of apiNames) {
    const program = programOf(api, generator);
    if (existsSync(program) && (await readFile(program, "utf8")).includes("guide\n")) return api;
  }
  throw new Error(`no program of ${generator.name} has lines for the guide`);
}

/** The marked parts of a program, moved to the left edge together. */
export function excerpt(program: string): string {
  const parts = program.split(/^\s*(?:\/\/|#) guide\n/m).slice(1);
  const kept = parts.map((part) => part.split(/^\s*(?:\/\/|#) end of guide$/m)[0] ?? "");
  const lines = kept
    .map((part) => part.replace(/\s+$/, ""))
    .join("\n\n")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines
    .map((line) => line.slice(indent))
    .join("\n")
    .trim();
}
