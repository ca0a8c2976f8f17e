import { resolve } from "node:path";
import { judge, type JudgeOptions, type Judged } from "./judge.ts";
import type { MutantGroup } from "./mutant.ts";
import { spell } from "./report.ts";

const root = resolve(import.meta.dirname, "../../../..");

/** Judges mutants and prints what becomes of each. Ends the process with 1 where one was not caught. */
export async function run(
  groups: readonly MutantGroup[],
  options: Pick<JudgeOptions, "leastTimeoutMs"> = {},
): Promise<readonly Judged[]> {
  let isGood = true;
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  try {
    return await judge(groups, {
      ...options,
      root,
      onJudged: ({ group, mutant, verdict, ms }) => {
        isGood &&= verdict.kind === "killed" || verdict.kind === "timed-out";
        const place = `${group.title}, ${mutant.file}: ${mutant.name}`;
        print(`${String(Math.round(ms)).padStart(6)} ms  ${place}  ->  ${spell(verdict)}`);
      },
    });
  } catch (error) {
    isGood = false;
    print((error as Error).message);
    return [];
  } finally {
    // Vitest counts a test that fails as a failure of the process. Here it is what was wanted.
    process.exitCode = isGood ? 0 : 1;
  }
}
