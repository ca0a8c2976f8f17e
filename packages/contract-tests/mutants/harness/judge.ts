import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { mutate, type Mutant, type MutantGroup } from "./mutant.ts";
import { openTestRunner, type TestRunner } from "./test-runner.ts";
import { createTypeChecker, type TypeChecker } from "./type-checker.ts";

/** What became of a mutant. */
export type Verdict =
  /** A test noticed it. `timed-out`: by waiting in vain. */
  | { readonly kind: "killed" | "timed-out"; readonly file: string; readonly test: string }
  | { readonly kind: "survived" }
  /** It proves nothing: it is no longer in the code, or is none that could have been written by mistake. */
  | { readonly kind: "invalid"; readonly problem: string };

/** A mutant and what became of it. */
export interface Judged {
  readonly group: MutantGroup;
  readonly mutant: Mutant;
  readonly verdict: Verdict;
  readonly ms: number;
}

export interface JudgeOptions {
  /** The root of the repository. */
  readonly root: string;
  /** Told of each mutant as soon as it is judged. */
  readonly onJudged?: (judged: Judged) => void;
  /** How long a test file may take at least, however quick it is on the code as it is. Default: 30 s. */
  readonly leastTimeoutMs?: number | undefined;
}

/** So many times as long as on the code as it is may a test file take. */
const patience = 5;

/** Each has a runner of its own, with its own view of the sources. */
const lanes = Math.min(2, availableParallelism());

/**
 * Runs the tests of the groups on the code as it is, and then on each mutant of it.
 *
 * @returns the mutants in their order.
 * @throws {Error} where the code as it is does not pass: nothing can be said of mutants then.
 */
export async function judge(
  groups: readonly MutantGroup[],
  { root, onJudged, leastTimeoutMs = 30_000 }: JudgeOptions,
): Promise<readonly Judged[]> {
  const runners = await Promise.all(Array.from({ length: lanes }, () => openTestRunner(root)));
  const types = createTypeChecker();
  const usualMs = new Map<string, number>();
  const timeoutMs = (test: string): number => Math.max(leastTimeoutMs, patience * (usualMs.get(test) ?? 0));
  try {
    const tests = [...new Set(groups.flatMap((group) => group.tests))];
    await share(tests, runners, async (test, runner) => void usualMs.set(test, await assertGreen(test, runner)));
    const mutants = groups.flatMap((group) => group.mutants.map((mutant) => ({ group, mutant })));
    return await share(mutants, runners, async ({ group, mutant }, runner) => {
      const start = performance.now();
      const verdict = await judgeOne(group, mutant, { root, runner, types, timeoutMs });
      const judged = { group, mutant, verdict, ms: performance.now() - start };
      onJudged?.(judged);
      return judged;
    });
  } finally {
    await Promise.all(runners.map((runner) => runner.close()));
  }
}

/** Does something with each item, several at a time, each on one of the runners. */
async function share<Item, Done>(
  items: readonly Item[],
  runners: readonly TestRunner[],
  work: (item: Item, runner: TestRunner) => Promise<Done>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  let next = 0;
  const lane = async (runner: TestRunner): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      done[index] = await work(items[index] as Item, runner);
    }
  };
  await Promise.all(runners.map(lane));
  return done;
}

/** How long a test file takes on the code as it is. */
async function assertGreen(test: string, runner: TestRunner): Promise<number> {
  const start = performance.now();
  const outcome = await runner.run(test, { timeoutMs: 300_000 });
  if (outcome.kind === "passed") return performance.now() - start;
  const what = "test" in outcome ? outcome.test : outcome.problem;
  throw new Error(`the code as it is does not pass ${test} (${outcome.kind}: ${what})`);
}

interface Tools {
  readonly root: string;
  readonly runner: TestRunner;
  readonly types: TypeChecker;
  /** By test file. */
  readonly timeoutMs: (test: string) => number;
}

async function judgeOne(
  { sources, tests }: MutantGroup,
  mutant: Mutant,
  { root, runner, types, timeoutMs }: Tools,
): Promise<Verdict> {
  const file = join(root, sources, mutant.file);
  let text: string;
  try {
    text = mutate(readFileSync(file, "utf8"), mutant);
  } catch (error) {
    return { kind: "invalid", problem: (error as Error).message };
  }
  const problem = types.problemIn(file, text);
  if (problem !== undefined) return { kind: "invalid", problem: `does not compile: ${problem}` };
  for (const test of tests) {
    const outcome = await runner.run(test, { timeoutMs: timeoutMs(test), mutated: { file, text } });
    if (outcome.kind === "not loaded") return { kind: "invalid", problem: `does not load: ${outcome.problem}` };
    if (outcome.kind === "failed") return { kind: "killed", file: test, test: outcome.test };
    if (outcome.kind === "timed out") return { kind: "timed-out", file: test, test: outcome.test };
  }
  return { kind: "survived" };
}
