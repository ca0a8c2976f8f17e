import type { PublicPackage } from "../packages.ts";

/** Each package after those that it depends on, so that a release which breaks off leaves none that cannot be installed. */
export function inOrder(packages: readonly PublicPackage[]): readonly PublicPackage[] {
  const ordered = new Set<PublicPackage>();
  const place = (item: PublicPackage, dependents: readonly string[]): void => {
    if (dependents.includes(item.name))
      throw new Error(`these packages depend on each other in a circle: ${[...dependents, item.name].join(" -> ")}`);
    const { dependencies, peerDependencies } = item.manifest;
    const needed = { ...dependencies, ...peerDependencies };
    for (const other of packages) if (other.name in needed) place(other, [...dependents, item.name]);
    ordered.add(item);
  };
  for (const item of packages) place(item, []);
  return [...ordered];
}
