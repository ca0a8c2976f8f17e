/** What a provider may be able to do. */
export type Capability = "create" | "get" | "list";

/** Narrows a provider to those that can do a thing: `if (supports(sessions[key], "create")) …`. */
export function supports<Provider extends object, Can extends Capability>(
  provider: Provider,
  capability: Can,
): provider is Extract<Provider, Readonly<Record<Can, unknown>>> {
  return typeof (provider as Partial<Record<Capability, unknown>>)[capability] === "function";
}
