import type { Cell } from "../matrix/cell.ts";

/** What a caller does not forgive, and how to see it in a cell. */
const sins: readonly (readonly [name: string, is: (cell: Cell) => boolean])[] = [
  ["never comes back", ({ label }) => label.startsWith("hangs")],
  ["hands out something else as the answer", ({ label }) => label.startsWith("gives ")],
  ["creates more than one session", ({ stored }) => stored > 1],
  [
    "goes to another origin",
    ({ label, problems }) => [label, ...problems].some((text) => text.includes("other origin")),
  ],
  [
    "shows the credential",
    ({ label, problems }) =>
      [label, ...problems].some((text) => text.includes("credential shows") || text.includes("shows the credential")),
  ],
];

/** How many calls, of how many, did each of these. */
export function totalsOf(clients: readonly string[], cells: readonly Cell[]): readonly (readonly string[])[] {
  const own = (client: string): readonly Cell[] =>
    cells.filter((cell) => cell.client === client && cell.style === "plain");
  return [
    ["calls", ...clients.map((client) => String(own(client).length))],
    ...sins.map(([name, is]) => [name, ...clients.map((client) => String(own(client).filter(is).length))]),
  ];
}
