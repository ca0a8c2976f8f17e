import type { AdapterSession, Session } from "./session.js";

/** Gives a session the key of its provider and a name over all providers. */
export function toSession(provider: string, kind: string, session: AdapterSession<unknown>): Session {
  return { ...session, provider, kind, ref: `${provider}:${session.id}` };
}
