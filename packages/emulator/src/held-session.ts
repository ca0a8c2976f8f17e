/** A session as a test sees it that wants the truth to compare answers with: past authentication, limits and paging. */
export interface HeldSession {
  /** The vendor's id. */
  readonly id: string;
  /** Where it belongs: the RID of an agent, `appId/envName`, the id of a bot. */
  readonly place: string;
  /** When it was created or began, in milliseconds since 1970. */
  readonly startedAt: number;
  /** The session as a listing has it. */
  readonly wire: unknown;
}
