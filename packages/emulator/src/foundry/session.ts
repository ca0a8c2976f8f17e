import { formatNanoseconds } from "./nanoseconds.js";
import type { Owner } from "./principal.js";

/** A session as the emulator keeps it. Times are nanoseconds since 1970. */
export interface FoundrySession {
  readonly rid: string;
  readonly agentRid: string;
  readonly agentVersion: string;
  readonly owner: Owner;
  readonly title: string;
  readonly createdAt: bigint;
  readonly updatedAt: bigint;
  readonly expiresAt: bigint;
  readonly messageCount: number;
}

/** A session as it goes over the wire. */
export function toWire({ rid, agentRid, agentVersion, ...session }: FoundrySession): object {
  return {
    metadata: {
      updatedTime: formatNanoseconds(session.updatedAt),
      estimatedExpiresTime: formatNanoseconds(session.expiresAt),
      messageCount: session.messageCount,
      createdTime: formatNanoseconds(session.createdAt),
      title: session.title,
    },
    agentRid,
    agentVersion,
    rid,
  };
}
