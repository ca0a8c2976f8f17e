import type { BotSession, BotSessionList } from "./generated/index.js";

/** Rows, and what the answer says of the others. */
export interface Rows {
  readonly sessions: readonly BotSession[];
  readonly invalidIds: readonly string[];
  readonly more: boolean;
  readonly total: number;
}

/**
 * Reads an answer as the description has it, where it matters to go on.
 *
 * @throws {TypeError} saying what is wrong with it.
 */
export function readRows({ sessions, invalidSessions, moreAvailable, total }: BotSessionList): Rows {
  const rows = (sessions as BotSession[] | null | undefined) ?? [];
  const invalidIds = (invalidSessions as string[] | null | undefined) ?? [];
  if (!Array.isArray(rows) || rows.some((row) => typeof row?.sessionId !== "string")) {
    throw new TypeError("its `sessions` are not a list of sessions with ids");
  }
  if (!Array.isArray(invalidIds)) throw new TypeError("its `invalidSessions` are not a list");
  // The vendor's table describes the flag as a string.
  const more = String(moreAvailable).toLowerCase() === "true";
  return { sessions: rows, invalidIds, more, total };
}
