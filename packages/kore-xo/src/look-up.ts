import {
  call,
  checkFieldNames,
  ConfigurationError,
  noProgress,
  refused,
  unreadable,
  type CallOptions,
  type Result,
  type SdkError,
  type Transport,
} from "@org/runtime";
import {
  getAccountSessionsOperation,
  getBotSessionsOperation,
  type BotSession,
  type BotSessionList,
} from "./generated/index.js";
import { ownOperations } from "./own-operations.js";
import { readRows, type Rows } from "./rows.js";

/** Which sessions to look up. */
export interface LookUpSessionsInput {
  /** The bot. Without it, all bots of the account: that needs an app of the account. */
  readonly botId?: string | undefined;
  /** Any number of session ids. Duplicates are looked up once. */
  readonly ids: readonly string[];
}

/** What a look-up found. */
export interface SessionLookUp {
  /** In the order of `ids`. */
  readonly sessions: readonly BotSession[];
  /** The ids that the service does not know, in the order of `ids`. */
  readonly invalidIds: readonly string[];
}

/** The service takes this many ids at a time. */
const batchSize = 50;

/** Looks sessions up, as many requests as it takes. Never throws. */
export async function lookUp(
  transport: Transport,
  lookUpInput: LookUpSessionsInput,
  options: CallOptions | undefined,
): Promise<Result<SessionLookUp, SdkError>> {
  const problem = refused(ownOperations.lookUpSessions, () => checkInput(lookUpInput));
  if (problem) return problem;
  const { botId, ids } = lookUpInput;
  const wanted = [...new Set(ids)];
  const found = new Map<string, BotSession>();
  const invalid = new Set<string>();
  for (let at = 0; ; at += batchSize) {
    let batch = wanted.slice(at, at + batchSize);
    for (;;) {
      const input = { ...(botId !== undefined && { botId }), sessionId: batch };
      const operation = botId === undefined ? getAccountSessionsOperation : getBotSessionsOperation;
      const result = (await call(transport, operation, input, options)) as Result<BotSessionList, SdkError>;
      if (!result.ok) return result;
      let rows: Rows;
      try {
        rows = readRows(result.data);
      } catch (cause) {
        return unreadable(ownOperations.lookUpSessions, result, cause);
      }
      for (const session of rows.sessions) found.set(session.sessionId, session);
      for (const id of rows.invalidIds) invalid.add(id);
      const open = batch.filter((id) => !found.has(id) && !invalid.has(id));
      // An answer may be cut short; what it neither gives nor calls invalid is asked for again while that helps.
      if (rows.more && open.length > 0) {
        if (open.length === batch.length) {
          const what = `says that more sessions follow, but tells nothing of the ${open.length} ids that are left`;
          return noProgress(ownOperations.lookUpSessions, result, what);
        }
        batch = open;
        continue;
      }
      for (const id of open) invalid.add(id);
      if (at + batchSize < wanted.length) break;
      const data = {
        sessions: wanted.flatMap((id) => found.get(id) ?? []),
        invalidIds: wanted.filter((id) => invalid.has(id)),
      };
      return { ...result, data };
    }
  }
}

function checkInput(input: LookUpSessionsInput): void {
  const { ids } = checkFieldNames("input", input, ["botId", "ids"]);
  if (!Array.isArray(ids) || ids.length === 0) {
    throw new ConfigurationError("input.ids", "must be an array with at least one session id");
  }
  const bad = ids.findIndex((id) => typeof id !== "string" || id === "");
  if (bad >= 0) throw new ConfigurationError(`input.ids[${bad}]`, "must be a non-empty string");
}
