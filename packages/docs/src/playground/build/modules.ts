import { fileURLToPath } from "node:url";
import { entryPoints } from "../../packages/entry-points.ts";

/** Entry points that need Node, or the engine's own types: not for programs in a page. */
const left = /^@org\/(contract(\/.*)?|emulator\/node|[\w-]+\/raw)$/;

/** What a program of the playground may import. */
export const offered: readonly string[] = entryPoints
  .map(({ specifier }) => specifier)
  .filter((specifier) => !left.test(specifier));

/** Each as a file of its own name; what they share is shared, so that there is one class of each error. */
export function moduleEntries(): Record<string, string> {
  const own = fileURLToPath(new URL("../emulator-module.ts", import.meta.url));
  return Object.fromEntries(
    offered.map((specifier) => [
      specifier,
      specifier === "@org/emulator" ? own : fileURLToPath(import.meta.resolve(specifier)),
    ]),
  );
}
