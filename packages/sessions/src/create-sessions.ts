import { ConfigurationError } from "@org/runtime";
import { adapterContract } from "./adapter.js";
import { allSessions, type AllSessions, type Providers } from "./all.js";
import { providerSessions, type ProviderSessions } from "./provider-sessions.js";

/** Keys that mean something else: `all` is all providers, and an object with `then` would be taken for a promise. */
export interface NoReservedKeys {
  readonly all?: ReservedKey;
  readonly then?: ReservedKey;
}

/** No provider is of this type, so the compiler shows its words. */
type ReservedKey = "is reserved; choose another key";

/** One member for each provider, and `all`. */
export type Sessions<P extends Providers> = { readonly [Key in keyof P & string]: ProviderSessions<Key, P[Key]> } & {
  readonly all: AllSessions<P>;
};

/**
 * Puts several providers under one face.
 *
 * ```ts
 * const sessions = createSessions({ support: foundryAipAgents({ … }), ivr: koreXo({ … }) });
 * for await (const session of sessions.all.list({ since: "2026-02-01" })) console.log(session.ref, session.createdAt);
 * ```
 *
 * @throws {ConfigurationError} for a key that is reserved or unusable, or a provider that is none.
 */
export function createSessions<const P extends Providers>(providers: P & NoReservedKeys): Sessions<P> {
  if (typeof providers !== "object" || providers === null || Object.keys(providers).length === 0) {
    throw new ConfigurationError(
      "providers",
      "are missing; give at least one, such as { support: foundryAipAgents({ … }) }",
    );
  }
  const entries = Object.entries(providers as Providers);
  for (const [key, adapter] of entries) checkProvider(key, adapter);
  const faces = Object.fromEntries(entries.map(([key, adapter]) => [key, providerSessions(key, adapter)]));
  return { ...faces, all: allSessions(providers) } as unknown as Sessions<P>;
}

function checkProvider(key: string, adapter: Providers[string] | undefined): void {
  const field = `providers.${key}`;
  if (["all", "then", "__proto__", "constructor"].includes(key)) {
    throw new ConfigurationError(field, `cannot be used: "${key}" is reserved; choose another key`);
  }
  if (!/^[\w-]+$/.test(key)) {
    throw new ConfigurationError(field, "cannot be used as a key; use letters, digits, hyphens and underscores");
  }
  if (typeof adapter?.list !== "function" || typeof adapter.get !== "function") {
    throw new ConfigurationError(
      field,
      "is not a provider; make one with foundryAipAgents, koreAgentPlatform or koreXo",
    );
  }
  if (adapter.contract !== adapterContract) {
    throw new ConfigurationError(
      field,
      `was made for version ${String(adapter.contract)} of the adapter contract, but @org/sessions needs ${adapterContract}; install matching versions`,
    );
  }
}
