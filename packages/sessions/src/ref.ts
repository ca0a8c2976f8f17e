import { ConfigurationError } from "@org/runtime";

/** Takes a `ref` apart. Keys have no colon; ids may. */
export function parseRef(ref: unknown, keys: readonly string[]): { readonly key: string; readonly id: string } {
  const colon = typeof ref === "string" ? ref.indexOf(":") : -1;
  const key = typeof ref === "string" ? ref.slice(0, colon) : "";
  const id = typeof ref === "string" ? ref.slice(colon + 1) : "";
  if (colon < 1 || id === "") {
    throw new ConfigurationError("ref", 'must be the `ref` of a session, such as "ivr:6465cf6e4769ed4e822b82a1"');
  }
  if (!keys.includes(key)) {
    throw new ConfigurationError(
      "ref",
      `names the provider ${JSON.stringify(key)}, but there are only ${keys.join(", ")}`,
    );
  }
  return { key, id };
}
