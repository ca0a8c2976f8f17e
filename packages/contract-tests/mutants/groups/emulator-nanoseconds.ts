import type { MutantGroup } from "../harness/mutant.ts";

const file = "nanoseconds.ts";

export const emulatorNanoseconds: MutantGroup = {
  title: "Nanoseconds of the emulator",
  sources: "packages/emulator/src/foundry",
  tests: ["packages/emulator/test/nanoseconds.test.ts"],
  mutants: [
    {
      name: "leading zeros are dropped",
      file,
      find: '.padStart(6, "0")',
      replace: "",
      why: "a time that lies a little after a millisecond is written as one far after it",
    },
    {
      name: "zeros come at the wrong end",
      file,
      find: '.padStart(6, "0")',
      replace: '.padEnd(6, "0")',
      why: "a time that lies a little after a millisecond is written as one far after it",
    },
    {
      name: "milliseconds are written twice",
      file,
      find: "time % NANOSECONDS_IN_MS",
      replace: "time % (NANOSECONDS_IN_MS * 1000n)",
      why: "twelve digits that no client reads alike",
    },
    {
      name: "times may repeat",
      file,
      find: "time > last ? time : last + 1n",
      replace: "time >= last ? time : last + 1n",
      why: "two sessions have no order, and a page may lose one",
    },
    {
      name: "times may go back",
      file,
      find: "time > last ? time : last + 1n",
      replace: "time",
      why: "a session that was made later stands earlier in the list",
    },
    {
      name: "milliseconds are rounded",
      file,
      find: "Number(time / NANOSECONDS_IN_MS)",
      replace: "Number((time + NANOSECONDS_IN_MS / 2n) / NANOSECONDS_IN_MS)",
      why: "written times are up to a millisecond late",
    },
    {
      name: "fractions are lost",
      file,
      find: " + BigInt(fraction)",
      replace: " + BigInt(fraction) * 0n",
      why: "every time ends in six zeros, unlike the service's",
    },
  ],
};
