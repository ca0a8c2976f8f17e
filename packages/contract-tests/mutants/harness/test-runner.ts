import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVitest, type PoolOptions, type Reporter, type TestCase, type TestModule } from "vitest/node";
import { readSources } from "./sources.ts";
import { StoppableWorker } from "./stoppable-worker.ts";

/** What a test file came to. */
export type TestRun =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly test: string }
  | { readonly kind: "timed out"; readonly test: string }
  /** No test was run, because the file or what it imports could not be loaded. */
  | { readonly kind: "not loaded"; readonly problem: string };

export interface RunOptions {
  readonly timeoutMs: number;
  readonly mutated?: { readonly file: string; readonly text: string };
}

/** Runs test files, each in a fresh thread, with a file of the sources holding another text. */
export interface TestRunner {
  /** A run that takes longer than `timeoutMs` is ended, also in a loop that no timer can interrupt. */
  run(test: string, options: RunOptions): Promise<TestRun>;
  close(): Promise<void>;
}

/** How long a test may take. Those that meet a mistake wait for what never comes. */
const testTimeoutMs = 30_000;
export async function openTestRunner(root: string): Promise<TestRunner> {
  // Not in UTC, where a time that is read in the wrong zone is right by chance.
  process.env["TZ"] = "America/New_York";
  // What tests of broken code count is nothing that anybody has looked at.
  const casesFolder = mkdtempSync(join(tmpdir(), "mutants-"));
  process.env["CASES_FOLDER"] = casesFolder;
  const overlay = new Map<string, string>();
  const workers = new Set<StoppableWorker>();
  const seen: { modules: TestModule[]; failed: TestCase | undefined; running: TestCase | undefined } = {
    modules: [],
    failed: undefined,
    running: undefined,
  };
  const reporter: Reporter = {
    onTestCaseReady: (test) => void (seen.running = test),
    onTestCaseResult: (test) => {
      if (test.result().state === "failed") seen.failed ??= test;
    },
    onTestModuleEnd: (module) => void seen.modules.push(module),
  };
  const vitest = await createVitest(
    "test",
    {
      root,
      config: false,
      watch: false,
      bail: 1,
      maxWorkers: 1,
      testTimeout: testTimeoutMs,
      hookTimeout: testTimeoutMs,
      // A mutated file must not be found again by a later run, of these tests or of any other.
      fsModuleCache: false,
      cache: false,
      reporters: [reporter],
      setupFiles: [join(import.meta.dirname, "end-on-failure.ts")],
      pool: {
        name: "stoppable",
        createPoolWorker: (options: PoolOptions) => new StoppableWorker(options, workers),
      },
    },
    { plugins: [readSources(root, overlay)] },
  );
  await vitest.standalone();

  return {
    async run(test, { timeoutMs, mutated }) {
      Object.assign(seen, { modules: [], failed: undefined, running: undefined });
      if (mutated) {
        overlay.set(mutated.file, mutated.text);
        vitest.invalidateFile(mutated.file);
      }
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        for (const worker of workers) void worker.stop();
      }, timeoutMs);
      try {
        await vitest.runTestSpecifications([vitest.getRootProject().createSpecification(join(root, test))]);
      } finally {
        clearTimeout(timer);
        if (mutated) {
          overlay.delete(mutated.file);
          vitest.invalidateFile(mutated.file);
        }
      }
      if (isLate) return { kind: "timed out", test: seen.running?.fullName ?? "a loop that nothing could interrupt" };
      return outcomeOf(seen.modules, seen.failed);
    },
    close: async () => {
      await vitest.close();
      rmSync(casesFolder, { recursive: true });
    },
  };
}

function outcomeOf(modules: readonly TestModule[], failed: TestCase | undefined): TestRun {
  if (failed !== undefined) {
    const timedOut = failed.result().errors?.some(({ message }) => message.startsWith("Test timed out in"));
    return { kind: timedOut ? "timed out" : "failed", test: failed.fullName };
  }
  if (modules.every((module) => module.state() === "passed") && modules.length > 0) return { kind: "passed" };
  const problem = modules.flatMap((module) => module.errors().map(({ message }) => message))[0];
  return { kind: "not loaded", problem: problem ?? "no test was run" };
}
