import type { Random } from "../random.js";
import { principalsByToken } from "./identities.js";
import type { Principal } from "./principal.js";

/** Knows whose token a token is. */
export interface Tokens {
  issue(principal: Principal, expiresAt: number): string;
  /** `undefined`: unknown or expired. */
  find(token: string, at: number): Principal | undefined;
}

export function createTokens(random: Random): Tokens {
  const issued = new Map<string, { readonly principal: Principal; readonly expiresAt: number }>();
  return {
    issue(principal, expiresAt) {
      const token = `emulator-foundry-${random.hex(40)}`;
      issued.set(token, { principal, expiresAt });
      return token;
    },
    find(token, at) {
      const found = issued.get(token);
      if (found === undefined) return principalsByToken.get(token);
      return at < found.expiresAt ? found.principal : undefined;
    },
  };
}
