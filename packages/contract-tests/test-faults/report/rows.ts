import type { Cell } from "../matrix/cell.ts";
import { isCreate, type FaultCase, type OperationName } from "../matrix/fault-case.ts";

/** The rows of one fault: operations that come to the same with every client share one. */
export function rowsOf(
  faultCase: FaultCase,
  operations: readonly OperationName[],
  clients: readonly string[],
  cells: readonly Cell[],
): readonly (readonly string[])[] {
  const groups = new Map<string, { readonly names: string[]; readonly results: readonly string[] }>();
  for (const operation of operations) {
    const results = clients.map((client) =>
      resultOf(
        cells.filter((cell) => cell.client === client && cell.fault === faultCase.name && cell.operation === operation),
      ),
    );
    const key = results.join("\n");
    const group = groups.get(key) ?? { names: [], results };
    group.names.push(operation);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, results }, index) => [
    index === 0 ? faultCase.name : "",
    names.join(", "),
    ...results,
  ]);
}

/** Both styles in one, as they must be. */
function resultOf(cells: readonly Cell[]): string {
  return [...new Set(cells.map(describe))].join(" / ");
}

function describe({ label, operation, stored, problems }: Cell): string {
  const left =
    isCreate(operation as OperationName) && !label.startsWith("ok") && stored > 0 ? `, ${stored} stored` : "";
  return label + left + problems.map((problem) => `, ${problem}`).join("");
}
