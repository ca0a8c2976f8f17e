export interface Bot {
  readonly botId: string;
  readonly accountId: string;
}

const ACCOUNT = "emulator-account";
const OTHER_ACCOUNT = "emulator-other-account";

/** The bot of the vendor's look-up by id. */
export const sampleBot: Bot = { botId: "st-dc600cf5-b1c5-581e-a2c3-eb81fe39c927", accountId: ACCOUNT };
/** The bot of the vendor's other samples, whose id is partly masked there. */
export const secondBot: Bot = { botId: "st-ffeff1d4-5b2c-5e7a-a3f0-c49ab0d61c27", accountId: ACCOUNT };
export const thirdBot: Bot = { botId: "st-2a9e7b14-0c3d-5f68-8b71-94d5e6f7a803", accountId: ACCOUNT };
export const foreignBot: Bot = { botId: "st-7d41c0be-58f2-5a96-b3e0-1f2a6c8d9e54", accountId: OTHER_ACCOUNT };

const all = [sampleBot, secondBot, thirdBot, foreignBot];

export const bots: ReadonlyMap<string, Bot> = new Map(all.map((bot) => [bot.botId, bot]));

export function botIdsOf(accountId: string): readonly string[] {
  return all.filter((bot) => bot.accountId === accountId).map(({ botId }) => botId);
}

/** An app made for API access; its tokens open one bot or one account. */
export interface ClientApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly opens: { readonly botId: string } | { readonly accountId: string };
  /** Whether the scope for sessions was mapped to it. */
  readonly hasScope: boolean;
}

export const botApp: ClientApp = {
  clientId: "cs-0e4f9a6b-1d27-5c83-9b50-a7e6d4c3b201",
  clientSecret: "emulator-xo-bot-client-secret-0001",
  opens: { botId: sampleBot.botId },
  hasScope: true,
};
export const secondBotApp: ClientApp = {
  clientId: "cs-0e4f9a6b-1d27-5c83-9b50-a7e6d4c3b202",
  clientSecret: "emulator-xo-bot-client-secret-0002",
  opens: { botId: secondBot.botId },
  hasScope: true,
};
export const accountApp: ClientApp = {
  clientId: "cs-0e4f9a6b-1d27-5c83-9b50-a7e6d4c3b203",
  clientSecret: "emulator-xo-account-client-secret-1",
  opens: { accountId: ACCOUNT },
  hasScope: true,
};
export const foreignAccountApp: ClientApp = {
  clientId: "cs-0e4f9a6b-1d27-5c83-9b50-a7e6d4c3b204",
  clientSecret: "emulator-xo-account-client-secret-2",
  opens: { accountId: OTHER_ACCOUNT },
  hasScope: true,
};
export const unscopedApp: ClientApp = {
  clientId: "cs-0e4f9a6b-1d27-5c83-9b50-a7e6d4c3b205",
  clientSecret: "emulator-xo-unscoped-client-secret",
  opens: { botId: sampleBot.botId },
  hasScope: false,
};

export const clientApps: ReadonlyMap<string, ClientApp> = new Map(
  [botApp, secondBotApp, accountApp, foreignAccountApp, unscopedApp].map((app) => [app.clientId, app]),
);
