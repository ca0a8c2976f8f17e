/** What a user has to do before the tools of a session work. */
export interface PendingAuthorization {
  readonly messageId: string;
  readonly runId: string;
  /** The last part of the address to visit. */
  readonly code: string;
}

/** A session as the emulator keeps it. */
export interface AppSession {
  readonly sessionId: string;
  readonly appId: string;
  readonly envName: string;
  readonly sessionReference: string | null;
  readonly userReference: string;
  readonly userId: string;
  readonly status: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly source: string;
  /** In apps that need authorization; it stays once the user has authorized. */
  readonly authorization?: PendingAuthorization;
}

/** A session as the answer to a create has it. */
export function toWire({ userReference, ...session }: AppSession): object {
  const { sessionId, sessionReference, ...rest } = toRow(session);
  return { sessionId, sessionReference, userReference, ...rest };
}

/** A session as the list has it: the vendor's sample lacks `userReference` there. */
export function toRow(session: Omit<AppSession, "userReference">): AppSessionRow {
  const { sessionId, sessionReference, status, userId, createdAt } = session;
  return { sessionId, sessionReference, status, userId, createdAt: new Date(createdAt).toISOString() };
}

interface AppSessionRow {
  readonly sessionId: string;
  readonly sessionReference: string | null;
  readonly status: string;
  readonly userId: string;
  readonly createdAt: string;
}
