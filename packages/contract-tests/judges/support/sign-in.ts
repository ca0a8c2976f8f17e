import type { EmulatorCredentials } from "@org/emulator";
import type { ApiName } from "./api.ts";
import { mintJwt } from "./jwt.ts";

/** What a judge needs to be let in by a service. */
export interface SignIn {
  /** For the workflows of the API. */
  readonly inputs: Readonly<Record<string, string>>;
  /** The texts among them that nobody may read anywhere. */
  readonly secrets: readonly string[];
}

/** Signs in to the emulator. */
export function signInTo(name: ApiName, { foundry, agentPlatform, xo }: EmulatorCredentials): SignIn {
  switch (name) {
    case "foundry-aip-agents":
      return { inputs: { token: foundry.token, agentRid: foundry.agentRid }, secrets: [foundry.token] };
    case "kore-agent-platform": {
      const { apiKey, appId, envName } = agentPlatform;
      return { inputs: { apiKey, appId, envName, ...newReferences() }, secrets: [apiKey] };
    }
    case "kore-xo": {
      const botToken = mintJwt(xo.clientId, xo.clientSecret);
      const accountToken = mintJwt(xo.accountClientId, xo.accountClientSecret);
      const secrets = [botToken, accountToken, xo.clientSecret, xo.accountClientSecret];
      return { inputs: { botToken, botId: xo.botId, accountToken }, secrets };
    }
  }
}

/** Names for a user and a session that no service has heard of. */
export function newReferences(): { readonly userReference: string; readonly sessionReference: string } {
  const run = crypto.randomUUID();
  return { userReference: `contract-test-user-${run}`, sessionReference: `contract-test-session-${run}` };
}
