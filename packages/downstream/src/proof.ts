import type { Emulator } from "@org/emulator";
import type { Scenario, Seen } from "./scenarios.ts";

/**
 * Holds what a program said against what the emulator saw: a cell is live only when both tell the same story. Throws what
 * is missing from it.
 */
export function prove({ requests, listed, refused, held }: Scenario, emulator: Emulator, said: string): void {
  const seen = emulator.log.map(({ operation, status }) => ({ operation, status }));
  if (text(seen) !== text(requests)) throw new Error(`the emulator saw ${text(seen)}, not ${text(requests)}`);

  const facts = said
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(" "));
  const all = (word: string): string[][] => facts.filter(([first]) => first === word).map(([, ...rest]) => rest);

  const pages = all("listed");
  if (pages.map(({ length }) => length).join() !== listed.join())
    throw new Error(
      `the program listed ${pages.map(({ length }) => length).join(" and ")}, not ${listed.join(" and ")}`,
    );
  const ids = [...pages.flat(), ...all("created").flat(), ...all("got").flat()];
  const known = held(emulator);
  const invented = ids.find((id) => !known.has(id));
  if (invented !== undefined) throw new Error(`the program told of "${invented}", which the emulator does not hold`);
  if (new Set(pages.flat()).size !== pages.flat().length) throw new Error("both pages hold the same session");

  const got = all("got").flat();
  const created = all("created").flat();
  const wanted = { created: count(requests, /^create/), got: count(requests, /^get/) > 0 ? 1 : 0 };
  if (created.length !== wanted.created)
    throw new Error(`the program created ${created.length}, not ${wanted.created}`);
  if (got.length !== wanted.got) throw new Error(`the program got ${got.length}, not ${wanted.got}`);
  if (got.length > 0 && !ids.slice(0, -1).includes(got[0] ?? "")) throw new Error("the program got another session");

  const words = all("refused").map((rest) => rest.join(" "));
  if (words.join() !== refused) throw new Error(`the program found "${words.join()}" in the error, not "${refused}"`);
}

function count(requests: readonly Seen[], operation: RegExp): number {
  return requests.filter((request) => request.status === 200 && operation.test(request.operation ?? "")).length;
}

function text(requests: readonly Seen[]): string {
  return requests.map(({ operation, status }) => `${operation ?? "no operation"} ${status}`).join(", ") || "nothing";
}
