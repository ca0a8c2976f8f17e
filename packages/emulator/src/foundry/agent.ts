import type { FoundryErrorName } from "./errors.js";

/** An agent version: `major` goes up when it is published, `minor` when it is saved. */
export interface AgentVersion {
  readonly version: string;
  readonly published: boolean;
}

/** An agent that always fails, so that clients can meet each documented error. */
export interface AgentFailure {
  readonly error: FoundryErrorName;
  /** Only creating a session fails, or everything does. */
  readonly on: "create" | "everything";
  /** Parameters of the error besides `agentRid`. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface Agent {
  readonly rid: string;
  /** Oldest first. */
  readonly versions: readonly AgentVersion[];
  readonly failure?: AgentFailure;
}

/** The version that a session gets when its creator names none. */
export function latestPublished({ versions }: Agent): string | undefined {
  return versions.findLast(({ published }) => published)?.version;
}
