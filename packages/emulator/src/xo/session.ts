import type { XoSettings } from "./options.js";

export interface Tag {
  readonly name: string;
  readonly value: string;
}

/** A session as the emulator keeps it. Times are milliseconds since 1970. */
export interface XoSession {
  readonly sessionId: string;
  readonly botId: string;
  readonly channel: string;
  readonly userId: string;
  /** The user's e-mail address, by which sessions can be asked for, too. */
  readonly email?: string;
  /** What a voice channel called the call. */
  readonly callId?: string;
  readonly startedAt: number;
  /** Absent while the session is active. */
  readonly endedAt?: number;
  readonly languages: readonly string[];
  readonly sessionType: "interactive" | "non-interactive";
  /** Absent while that is open. */
  readonly containmentType?: "dropOff" | "selfService" | "agent";
  readonly isDeveloper: boolean;
  /** Absent from the vendor's older samples. */
  readonly status?: "active" | "closed";
  readonly userTags: readonly Tag[];
  readonly sessionTags: readonly Tag[];
  readonly messages: number;
  readonly tasks: number;
}

/** A session as it goes over the wire. */
export function toWire(session: XoSession, { activeEndTime, isDeveloper }: XoSettings): object {
  const { endedAt, containmentType, status } = session;
  const whileActive = activeEndTime === "null" ? { end_time: null } : {};
  return {
    sessionId: session.sessionId,
    botId: session.botId,
    channel: session.channel,
    userId: session.userId,
    start_time: new Date(session.startedAt).toISOString(),
    ...(endedAt === undefined ? whileActive : { end_time: new Date(endedAt).toISOString() }),
    session_lang: session.languages,
    sessionType: session.sessionType,
    isDeveloper: isDeveloper === "number" ? Number(session.isDeveloper) : session.isDeveloper,
    ...(status === undefined ? {} : { sessionStatus: status }),
    tags: { userTags: session.userTags, sessionTags: session.sessionTags },
    noOfMessagesExchanged: session.messages,
    noOfTasksExecuted: session.tasks,
    ...(containmentType === undefined ? {} : { containmentType }),
  };
}
