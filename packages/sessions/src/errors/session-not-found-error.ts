import { SdkError, type ErrorDetails } from "@org/runtime";

/**
 * A session that a provider does not have, found out by a listing or a look-up, because its service has no operation
 * that gets one session. Named as Foundry names the same thing.
 */
export class SessionNotFoundError extends SdkError {
  override readonly name = "SessionNotFound";
  readonly sessionId: string;

  constructor(kind: string, sessionId: string, details: Omit<ErrorDetails, "outcome">) {
    super(`get: ${kind} has no session ${JSON.stringify(sessionId)}`, { outcome: "rejected", ...details });
    this.sessionId = sessionId;
  }

  override toJSON(): Record<string, unknown> {
    return { ...super.toJSON(), sessionId: this.sessionId };
  }
}
