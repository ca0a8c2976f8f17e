import { init, parse } from "es-module-lexer";

/** The modules that a program may import, and what they share: JavaScript by path. */
export type Modules = Readonly<Record<string, string>>;

/**
 * Puts modules at addresses in the memory of the page, so that programs load them without a network.
 *
 * @returns the address of each path.
 */
export async function moduleAddresses(modules: Modules): Promise<Readonly<Record<string, string>>> {
  await init;
  const addresses = new Map<string, string>();
  const addressOf = (path: string): string => {
    const known = addresses.get(path);
    if (known !== undefined) return known;
    const code = modules[path];
    if (code === undefined) throw new Error(`The site lacks the module ${path}.`);
    const address = memoryAddress(replaceImports(code, (specifier) => addressOf(resolve(specifier, path))));
    addresses.set(path, address);
    return address;
  };
  return Object.fromEntries(Object.keys(modules).map((path) => [path, addressOf(path)]));
}

/** An address of this page at which a script stands. */
export function memoryAddress(code: string): string {
  return URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
}

/**
 * Replaces the names in a module's imports by addresses, so that the browser can load it.
 *
 * @throws {Error} for a name that the playground does not have.
 */
export async function linkImports(code: string, addresses: Readonly<Record<string, string>>): Promise<string> {
  await init;
  return replaceImports(code, (specifier) => {
    const address = addresses[specifier];
    if (address !== undefined) return address;
    throw new Error(`The playground has no module "${specifier}". It has ${Object.keys(addresses).join(", ")}.`);
  });
}

function replaceImports(code: string, addressOf: (specifier: string) => string): string {
  const [imports] = parse(code);
  return imports.reduceRight((linked, { type, specifier, start, end }) => {
    if (typeof specifier !== "string") return linked;
    const address = addressOf(specifier);
    return linked.slice(0, start) + (type === "dynamic" ? JSON.stringify(address) : address) + linked.slice(end);
  }, code);
}

const ROOT = "modules:/";

function resolve(specifier: string, from: string): string {
  return new URL(specifier, ROOT + from).href.slice(ROOT.length);
}
