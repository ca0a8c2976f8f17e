/** Somebody who enters a package, with the conditions that hold for it besides `types`. */
export interface Asker {
  readonly name: string;
  readonly conditions: readonly string[];
}

const platforms: Readonly<Record<string, readonly string[]>> = {
  Node: ["node", "node-addons", "module-sync"],
  Bun: ["bun", "node"],
  Deno: ["deno", "node"],
  workerd: ["workerd", "worker", "browser"],
  browsers: ["browser", "module"],
  "any other": [],
};
const known = new Set(["types", "import", "require", "default", ...Object.values(platforms).flat()]);

/** Everybody whom a manifest with these conditions may treat otherwise than the rest. */
export function askersBy(conditions: readonly string[]): readonly Asker[] {
  const own = [...new Set(conditions)].filter((condition) => !known.has(condition));
  const all = [...Object.entries(platforms), ...own.map((name) => [name, [name]] as const)];
  // There is nobody who does neither.
  return ["import", "require"].flatMap((way) =>
    all.map(([name, conditions]) => ({ name: `${way} in ${name}`, conditions: [way, ...conditions] })),
  );
}
