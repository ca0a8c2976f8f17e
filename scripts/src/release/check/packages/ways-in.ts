import type { Reason } from "../bump.ts";
import type { PackageState } from "../state.ts";
import { askersOf, importsOf, type Ways } from "./imports.ts";

/** Everything by which a package can be entered: what can be imported from it, and the commands that it brings. */
export function compareWaysIn(base: PackageState, next: PackageState): readonly Reason[] {
  const askers = askersOf(base, next);
  return [
    ...compareWays(importsOf(base, askers), importsOf(next, askers)),
    ...compareWays(commandsOf(base), commandsOf(next)),
  ];
}

function compareWays(base: Ways, next: Ways): readonly Reason[] {
  return [...new Set([...base.keys(), ...next.keys()])].flatMap((way) => {
    const [before, after] = [base.get(way), next.get(way)];
    const askers = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
    const alike = Map.groupBy(askers, (asker) => `${before?.get(asker)} ${after?.get(asker)}`);
    return [...alike.values()].flatMap((some) => {
      const [asker = ""] = some;
      const whose = some.length < askers.length ? `${way}, for ${some.join(", ")},` : way;
      return compareFile(whose, before?.get(asker), after?.get(asker));
    });
  });
}

function compareFile(way: string, before: string | undefined, after: string | undefined): readonly Reason[] {
  if (before === after) return [];
  if (after === undefined) return [{ bump: "major", text: `${way} is gone` }];
  if (before === undefined) return [{ bump: "minor", text: `${way} is new` }];
  return [{ bump: isData(before) || isData(after) ? "major" : "patch", text: `${way} is ${after}, and was ${before}` }];
}

/** Code may move behind its entry point, whose API report is compared. Data has nothing else that says what it is. */
function isData(file: string): boolean {
  return !/\.([cm]?js|d\.[cm]?ts)$/.test(file);
}

function commandsOf({ manifest }: PackageState): Ways {
  const commands = Object.entries(manifest.bin ?? {});
  return new Map(commands.map(([name, file]) => [`the command ${name}`, new Map([["everybody", file]])]));
}
