import type { MutantGroup } from "../harness/mutant.ts";

const file = "instant.ts";

export const instants: MutantGroup = {
  title: "Nanoseconds of the SDK",
  sources: "packages/runtime/src",
  tests: ["packages/runtime/test/instant.test.ts"],
  mutants: [
    {
      name: "short fractions are small",
      file,
      find: ".padEnd(9,",
      replace: ".padStart(9,",
      why: "half a second is read as five nanoseconds",
    },
    {
      name: "long fractions are long",
      file,
      find: "fraction.slice(0, 9).padEnd",
      replace: "fraction.padEnd",
      why: "a time with ten digits lies seconds later",
    },
    {
      name: "everything is in UTC",
      file,
      find: "${zone.toUpperCase()}`",
      replace: "Z`",
      why: "times with a zone are hours off",
    },
    {
      name: "nanoseconds are dropped",
      file,
      find: 'BigInt(ms) * 1_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, "0"))',
      replace: "BigInt(Math.floor(ms + Number(`0.${fraction}`) * 1000)) * 1_000_000n",
      why: "sessions of the same millisecond have no order: a listing may lose one at a page's edge",
    },
    {
      name: "times compare as texts",
      file,
      find: "return left < right ? -1 : 1;",
      replace: "return a < b ? -1 : 1;",
      why: "sessions are out of order where precision or zone differ",
    },
    {
      name: "the later comes first",
      file,
      find: "return left < right ? -1 : 1;",
      replace: "return left < right ? 1 : -1;",
      why: "sessions are in reverse order",
    },
    {
      name: "what cannot be read comes first",
      file,
      edits: [
        { find: "if (left === undefined) return 1;", replace: "if (left === undefined) return -1;" },
        { find: "if (right === undefined) return -1;", replace: "if (right === undefined) return 1;" },
      ],
      why: "a broken record hides the newest sessions",
    },
    {
      name: "30 February is a day in March",
      file,
      find: "instant !== undefined && isDay(time.slice(0, 10)) ?",
      replace: "instant !== undefined ?",
      why: "a typing error shifts a range by days",
    },
    {
      name: "a date is the end of its day",
      file,
      find: "`${time}T00:00:00Z` : time",
      replace: "`${time}T23:59:59Z` : time",
      why: "a day's sessions are missing",
    },
    {
      name: "a Date has microseconds",
      file,
      find: "undefined : BigInt(ms) * 1_000_000n",
      replace: "undefined : BigInt(ms) * 1_000n",
      why: "a range given as Date lies in 1970",
    },
    {
      name: "any year will do",
      file,
      find: "instant < firstNs || instant > lastNs",
      replace: "instant < 0n && instant > lastNs",
      why: "a RangeError of the language, or an error that names a field which the caller has not given",
    },
  ],
};
