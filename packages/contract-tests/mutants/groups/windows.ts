import type { MutantGroup } from "../harness/mutant.ts";

export const windows: MutantGroup = {
  title: "XO's windows of time",
  sources: "packages/kore-xo/src",
  tests: ["packages/kore-xo/test/windows.test.ts", "packages/kore-xo/test/check-span.test.ts"],
  mutants: [
    {
      name: "a window is a week",
      file: "windows.ts",
      find: "6 * dayMs",
      replace: "7 * dayMs",
      why: "the service refuses every request of a long range",
    },
    {
      name: "a window begins where it begins",
      file: "windows.ts",
      find: "from - 1",
      replace: "from",
      why: "a session that starts on the edge is lost where the service excludes the bound",
    },
    {
      name: "a window ends a millisecond early",
      file: "windows.ts",
      find: "new Date(to)",
      replace: "new Date(to - 1)",
      why: "the last session of a window is lost where the service excludes the bound",
    },
    {
      name: "a window goes on before the range",
      file: "windows.ts",
      find: "Math.max(since, to - windowMs)",
      replace: "to - windowMs",
      why: "sessions from before the range are listed",
    },
    {
      name: "a window is the whole range",
      file: "windows.ts",
      find: "Math.max(since, to - windowMs)",
      replace: "Math.min(since, to - windowMs)",
      why: "the service refuses every long range",
    },
    {
      name: "the oldest window comes first",
      file: "windows.ts",
      find: "{ from: Math.max(since, to - windowMs), to }",
      replace: "{ from: since, to: Math.min(to, since + windowMs) }",
      why: "all windows but the oldest are skipped",
    },
    {
      name: "a span of exactly a week is sent",
      file: "check-span.ts",
      find: "to - from >= sevenDaysNs",
      replace: "to - from > sevenDaysNs",
      why: "the service refuses with words that do not tell what to do",
    },
    {
      name: "a span that ends before it begins is sent",
      file: "check-span.ts",
      find: "if (from > to) throw",
      replace: "if (from > to + sevenDaysNs) throw",
      why: "an empty answer instead of an error that names the field",
    },
  ],
};
