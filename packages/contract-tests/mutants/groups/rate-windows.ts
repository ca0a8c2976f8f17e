import type { MutantGroup } from "../harness/mutant.ts";

const file = "rate-window.ts";

export const rateWindows: MutantGroup = {
  title: "Rate windows",
  sources: "packages/runtime/src",
  tests: ["packages/runtime/test/rate-window.test.ts"],
  mutants: [
    {
      name: "one request too many fits",
      file,
      find: "index - requests]",
      replace: "index - requests - 1]",
      why: "the service answers 429 in the middle of an export",
    },
    {
      name: "one request too few fits",
      file,
      find: "index - requests]",
      replace: "index - requests + 1]",
      why: "an export takes longer than it must",
    },
    {
      name: "windows have no margin",
      file,
      find: "windowMs + marginMs",
      replace: "windowMs",
      why: "a request that is early by the service's clock is answered with 429",
    },
    {
      name: "only the first limit counts",
      file,
      find: "of this.#limits) {",
      replace: "of this.#limits.slice(0, 1)) {",
      why: "the limit of the hour is broken after half an hour",
    },
    {
      name: "a slow answer does not count",
      file,
      find: "slot.at = Math.max(slot.at, clock.now());\n        this.#open--;",
      replace: "this.#open--;",
      why: "a request that the service saw late falls out of its window too early: 429",
    },
    {
      name: "a request that left late does not count",
      file,
      find: "sent: () => void (slot.at = Math.max(slot.at, clock.now())),",
      replace: "sent: () => {},",
      why: "after a slow sign-in, requests come too close: 429",
    },
    {
      name: "cancelled places are kept",
      file,
      find: "this.#slots = this.#slots.filter((other) => other !== slot);",
      replace: "",
      why: "calls wait for calls that were never sent",
    },
    {
      name: "nobody stands in line",
      file,
      find: "this.#slots[index - 1]?.at ?? 0",
      replace: "0",
      why: "a call that came later is sent earlier, and the first ones starve",
    },
    {
      name: "the window forgets",
      file,
      find: "-2 * this.#most",
      replace: "-this.#most / 2",
      why: "after some requests no limit is kept: 429",
    },
  ],
};
