import type { Call } from "../exchange.js";
import { botIdsOf, bots, type ClientApp } from "./bots.js";
import { refuse } from "./errors.js";
import type { XoSettings } from "./options.js";

/** The bots whose sessions a request is about, and whose limits it draws on. */
export interface XoScope {
  readonly botIds: readonly string[];
  readonly countedFor: string;
}

/** An app of a bot opens that bot's path, an app of an account the account-wide path. */
export function authorize({ pathParameters }: Call, { opens, hasScope }: ClientApp, settings: XoSettings): XoScope {
  const { botId } = pathParameters;
  if (botId === undefined) {
    if (!hasScope || !("accountId" in opens)) {
      throw refuse(403, "The app does not have the API scope Bot Analytics > Bot Sessions");
    }
    return { botIds: botIdsOf(opens.accountId), countedFor: opens.accountId };
  }
  const bot = bots.get(botId);
  if (bot === undefined) throw refuse(404, "Bot not found");
  const isOpen =
    "botId" in opens
      ? opens.botId === botId
      : settings.accountAppsOnBotPaths === "allowed" && opens.accountId === bot.accountId;
  if (!hasScope || !isOpen) throw refuse(403, "The app does not have the API scope Bot Sessions");
  return { botIds: [botId], countedFor: botId };
}
