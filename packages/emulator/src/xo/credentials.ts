import {
  accountApp,
  botApp,
  foreignAccountApp,
  foreignBot,
  sampleBot,
  secondBot,
  secondBotApp,
  unscopedApp,
} from "./bots.js";

/** What a client needs to sign in to XO, and what it finds there. */
export interface XoCredentials {
  /** The bot of the vendor's look-up by id, with the most sessions. */
  readonly botId: string;
  /** Signs tokens for this bot. */
  readonly clientId: string;
  readonly clientSecret: string;
  /** A token for this bot, ready-made: without `exp`, so it never expires. */
  readonly token: string;
  /** The bot of the vendor's other samples, in the same account. */
  readonly otherBotId: string;
  readonly otherBotClientId: string;
  readonly otherBotClientSecret: string;
  /** Signs tokens for the account-wide operation. */
  readonly accountClientId: string;
  readonly accountClientSecret: string;
  /** A token for the account-wide operation, ready-made. */
  readonly accountToken: string;
  /** A bot of another account. */
  readonly foreignBotId: string;
  /** Signs tokens for that other account. */
  readonly foreignAccountClientId: string;
  readonly foreignAccountClientSecret: string;
  /** An app of the first bot without the scope for sessions. */
  readonly unscopedClientId: string;
  readonly unscopedClientSecret: string;
  /** The session of the vendor's look-up by id. */
  readonly sessionId: string;
}

export const sampleSessionId = "6465cf6e4769ed4e822b82a1";

export const xoCredentials: XoCredentials = {
  botId: sampleBot.botId,
  clientId: botApp.clientId,
  clientSecret: botApp.clientSecret,
  token:
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwiYXBwSWQiOiJjcy0wZTRmOWE2Yi0xZDI3LTVjODMtOWI1MC1hN2U2ZDRjM2IyMDEifQ.vJcdOzsqvUUjDpbnmH8P2nhpKKAlPi6-_YhZkeAM0_c",
  otherBotId: secondBot.botId,
  otherBotClientId: secondBotApp.clientId,
  otherBotClientSecret: secondBotApp.clientSecret,
  accountClientId: accountApp.clientId,
  accountClientSecret: accountApp.clientSecret,
  accountToken:
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxIiwiYXBwSWQiOiJjcy0wZTRmOWE2Yi0xZDI3LTVjODMtOWI1MC1hN2U2ZDRjM2IyMDMifQ.YE6vHv1XFeBnrKjSpPUcT_VxxE5DeE_3tv42z-Czl30",
  foreignBotId: foreignBot.botId,
  foreignAccountClientId: foreignAccountApp.clientId,
  foreignAccountClientSecret: foreignAccountApp.clientSecret,
  unscopedClientId: unscopedApp.clientId,
  unscopedClientSecret: unscopedApp.clientSecret,
  sessionId: sampleSessionId,
};
