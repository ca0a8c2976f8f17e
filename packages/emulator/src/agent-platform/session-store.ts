import type { AppSession } from "./session.js";
import { deriveUserId } from "./user-id.js";

/** Sessions of one environment know nothing of those of another. */
export interface Place {
  readonly appId: string;
  readonly envName: string;
}

export interface AppSessionStore {
  readonly size: number;
  all(): readonly AppSession[];
  add(session: AppSession): void;
  findById(place: Place, sessionId: string): AppSession | undefined;
  /** The latest session under that reference. */
  findByReference(place: Place, sessionReference: string): AppSession | undefined;
  /** Latest created first. */
  list(place: Place): readonly AppSession[];
  /** The platform's identifier of a user: one for each user of an app. */
  userIdOf(appId: string, userReference: string): string;
}

export function createAppSessionStore(seed: readonly AppSession[]): AppSessionStore {
  const byPlace = new Map<string, AppSession[]>();
  const userIds = new Map<string, string>();
  let size = 0;

  const sessionsIn = ({ appId, envName }: Place): AppSession[] => {
    const key = `${appId} ${envName}`;
    const sessions = byPlace.get(key) ?? [];
    byPlace.set(key, sessions);
    return sessions;
  };
  const add = (session: AppSession): void => {
    sessionsIn(session).push(session);
    userIds.set(`${session.appId} ${session.userReference}`, session.userId);
    size += 1;
  };
  for (const session of [...seed].sort((left, right) => left.createdAt - right.createdAt)) add(session);

  return {
    get size() {
      return size;
    },
    all: () => [...byPlace.values()].flat(),
    add,
    findById: (place, sessionId) => sessionsIn(place).find((session) => session.sessionId === sessionId),
    findByReference: (place, sessionReference) =>
      sessionsIn(place).findLast((session) => session.sessionReference === sessionReference),
    list: (place) => sessionsIn(place).toReversed(),
    userIdOf: (appId, userReference) => userIds.get(`${appId} ${userReference}`) ?? deriveUserId(appId, userReference),
  };
}
