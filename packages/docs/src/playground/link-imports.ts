import { init, parse } from "es-module-lexer";

/**
 * Replaces the names in a module's imports by addresses, so that the browser can load it.
 *
 * @throws {Error} for a name that the playground does not have.
 */
export async function linkImports(code: string, addresses: Readonly<Record<string, string>>): Promise<string> {
  await init;
  const [imports] = parse(code);
  let linked = code;
  for (const { type, specifier, start, end } of imports.toReversed()) {
    if (typeof specifier !== "string") continue;
    const address = addresses[specifier];
    if (address === undefined) {
      throw new Error(`The playground has no module "${specifier}". It has ${Object.keys(addresses).join(", ")}.`);
    }
    linked = linked.slice(0, start) + (type === "dynamic" ? JSON.stringify(address) : address) + linked.slice(end);
  }
  return linked;
}
