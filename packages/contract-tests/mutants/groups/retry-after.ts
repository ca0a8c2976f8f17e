import type { MutantGroup } from "../harness/mutant.ts";

const file = "retry-after.ts";

export const retryAfter: MutantGroup = {
  title: "Retry-After",
  sources: "packages/runtime/src",
  tests: ["packages/runtime/test/retry-after.test.ts"],
  mutants: [
    {
      name: "seconds are taken for milliseconds",
      file,
      find: "Number(text) * 1000",
      replace: "Number(text)",
      why: "the service is asked again a thousand times too early",
    },
    {
      name: "a date in the past is a time in the past",
      file,
      find: "Math.max(at, now)",
      replace: "at",
      why: "a wait that is less than nothing",
    },
    {
      name: "a negative number is a wait",
      file,
      find: String.raw`/^\d+$/`,
      replace: String.raw`/^-?\d+$/`,
      why: "a broken header means no wait at all instead of the client's own",
    },
    {
      name: "an absurd number has no bound",
      file,
      find: "Math.min(now + Number(text) * 1000, latest)",
      replace: "now + Number(text) * 1000",
      why: "a moment that no Date can hold: the error itself throws a RangeError",
    },
    {
      name: "any date will do",
      file,
      find: "if (!httpDate.test(text)) return undefined;",
      replace: "",
      why: "numbers and garbage that Date.parse happens to read become waits of decades",
    },
    {
      name: "garbage is now",
      file,
      find: "? undefined : Math.max",
      replace: "? now : Math.max",
      why: "an unreadable date means asking again at once",
    },
    {
      name: "the oldest spelling is local time",
      file,
      find: "/GMT$/i.test(text) ? text : `${text} GMT`",
      replace: "text",
      why: "waits are hours too long or too short, depending on where the program runs",
    },
    {
      name: "blanks around it are part of it",
      file,
      find: 'value?.trim() ?? ""',
      replace: 'value ?? ""',
      why: "a header with a blank too many is ignored",
    },
  ],
};
