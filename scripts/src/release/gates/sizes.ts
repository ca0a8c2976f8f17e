import { spawnSync } from "node:child_process";
import { repository } from "../packages.ts";
import type { Gate } from "./gate.ts";

interface Report {
  readonly lines: readonly {
    readonly what: string;
    readonly value: { readonly median: number };
    readonly budget?: { readonly text: string };
    readonly verdict?: string;
  }[];
}

/**
 * What our packages weigh in an application, beside the budgets. Shown here so that a change shows; `pnpm bench`, which
 * measures the rivals too, is the place where a missed budget fails.
 */
export const sizes: Gate = {
  name: "bundle sizes",
  run: () => {
    const args = ["packages/benchmarks/src/main.ts", "--only", "size", "--json"];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: repository, encoding: "utf8" });
    if (!stdout.startsWith("{")) return { checked: "nothing", problems: [`the benchmark failed: ${stderr}`] };
    const ours = (JSON.parse(stdout) as Report).lines.filter(({ budget }) => budget !== undefined);
    return {
      checked: `${ours.length} bundles, minified and gzipped`,
      problems: [],
      notes: ours.map(
        ({ what, value, budget, verdict }) =>
          `${what.padEnd(40)} ${`${(value.median / 1000).toFixed(2)} kB`.padStart(9)}  ${budget?.text}  ${verdict}`,
      ),
    };
  },
};
