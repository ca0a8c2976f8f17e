import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { operations } from "../../descriptions/operations.ts";
import type { Example } from "../examples.ts";

const source = fileURLToPath(new URL("../..", import.meta.url));

/** The programs of examples/, whose first three lines are title, purpose and fault, and then those of the reference. */
export function readExamples(): Example[] {
  const prepared = globSync("playground/examples/*.ts", { cwd: source })
    .toSorted()
    .map((file) => {
      const [title = "", about = "", fault = "", ...code] = readFileSync(join(source, file), "utf8").split("\n");
      return {
        key: basename(file, ".ts").replace(/^\d+-/, ""),
        title: title.replace("// ", ""),
        about: about.replace("// ", ""),
        fault: fault.replace("// Fault: ", ""),
        code: code.join("\n"),
      };
    });
  const calls = operations.map(({ id, summary, api }) => ({
    key: id,
    title: `${api.label}: ${id}`,
    about: `${summary}, as the reference shows it.`,
    fault: "none",
    code: readFileSync(join(source, `calls/${id}.ts`), "utf8"),
  }));
  return [...prepared, ...calls];
}
