import { createHmac } from "node:crypto";
import type { EmulatorCredentials } from "@org/emulator";
import type { Call } from "./samples-message.js";

/** The header with which the emulator lets a call pass. */
export function credentialFor(
  api: string,
  { parameters: { path = {} } }: Pick<Call, "parameters">,
  { foundry, agentPlatform, xo }: EmulatorCredentials,
): Readonly<Record<string, string>> {
  switch (api) {
    case "foundry-aip-agents":
      return { authorization: `Bearer ${foundry.token}` };
    case "kore-agent-platform": {
      const isAuthorizing = path["appId"] === agentPlatform.authorizingAppId;
      return { "x-api-key": isAuthorizing ? agentPlatform.authorizingApiKey : agentPlatform.apiKey };
    }
    case "kore-xo": {
      const { botId } = path;
      if (botId === undefined) return { auth: xo.accountToken };
      return { auth: botId === xo.otherBotId ? signJwt(xo.otherBotClientId, xo.otherBotClientSecret) : xo.token };
    }
    default:
      throw new Error(`The emulator has no API ${api}`);
  }
}

function signJwt(clientId: string, clientSecret: string): string {
  const unsigned = [{ alg: "HS256", typ: "JWT" }, { appId: clientId }].map(encode).join(".");
  return `${unsigned}.${createHmac("sha256", clientSecret).update(unsigned).digest("base64url")}`;
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString("base64url");
}
