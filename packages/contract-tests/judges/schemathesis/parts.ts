import type { EmulatorCredentials } from "@org/emulator";
import type { ApiName } from "../support/api.ts";
import { mintJwt } from "../support/jwt.ts";

/** A run of Schemathesis over an API or a part of it. */
export interface Part {
  /** The only operation of the part. Default: all. */
  readonly operation?: string;
  /** Schemathesis's configuration, in TOML: how to sign in, and what a request cannot do without. */
  readonly configuration: string;
}

/** The parts of an API that want different credentials. */
export function partsOf(name: ApiName, { foundry, agentPlatform, xo }: EmulatorCredentials): readonly Part[] {
  const auth = (scheme: string, key: "bearer" | "api_key", value: string): string =>
    `[auth.openapi.${scheme}]\n${key} = ${JSON.stringify(value)}\n`;
  switch (name) {
    case "foundry-aip-agents": {
      const schemes = ["bearerToken", "oauth2"].map((scheme) => auth(scheme, "bearer", foundry.token));
      // Without `preview=true` every answer is the same refusal.
      return [{ configuration: `${schemes.join("\n")}\n[parameters]\n"query.preview" = "true"\n` }];
    }
    case "kore-agent-platform":
      return [{ configuration: auth("apiKey", "api_key", agentPlatform.apiKey) }];
    case "kore-xo": {
      const botToken = mintJwt(xo.clientId, xo.clientSecret);
      const accountToken = mintJwt(xo.accountClientId, xo.accountClientSecret);
      return [
        { operation: "getBotSessions", configuration: auth("jwt", "api_key", botToken) },
        { operation: "getAccountSessions", configuration: auth("jwt", "api_key", accountToken) },
      ];
    }
  }
}
