import { refuse } from "./errors.js";

/** What a create request names, at most one value of each kind. */
export interface Identities {
  readonly sessionId?: string;
  readonly sessionReference?: string;
  readonly userReference?: string;
}

export interface SessionIdentity {
  readonly type: string;
  readonly value: string;
}

/** The overview and the pages on creating name the same kind differently. */
const KINDS: Readonly<Record<string, keyof Identities>> = {
  sessionId: "sessionId",
  sessionIdentity: "sessionId",
  sessionReference: "sessionReference",
  userReference: "userReference",
};

/** Reads `sessionIdentity`. Unknown kinds and kinds given twice are refused: nothing says which one would count. */
export function readIdentities(items: readonly SessionIdentity[]): Identities {
  const identities: Partial<Record<keyof Identities, string>> = {};
  for (const [index, { type, value }] of items.entries()) {
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    const place = `sessionIdentity.${index}.type`;
    if (kind === undefined) {
      throw refuse(400, [`${place} must be one of the following values: ${Object.keys(KINDS).join(", ")}`]);
    }
    if (identities[kind] !== undefined) throw refuse(400, [`${place} must not name ${kind} a second time`]);
    identities[kind] = value;
  }
  return identities;
}
