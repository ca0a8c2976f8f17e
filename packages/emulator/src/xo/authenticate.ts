import type { Call } from "../exchange.js";
import { clientApps, type ClientApp } from "./bots.js";
import { refuseToken } from "./errors.js";
import { createJwtVerifier, parseJwt } from "./jwt.js";
import type { XoSettings } from "./options.js";

/** Makes the step that finds the client app behind the token in the header `auth`. */
export function createAuthenticate({ enforceJti }: XoSettings): (call: Call) => Promise<ClientApp> {
  const verify = createJwtVerifier();
  const seenJtis = new Set<string>();
  return async ({ headers, at }) => {
    const token = headers.get("auth");
    if (token === null || token === "") throw refuseToken("the header auth is missing");
    const jwt = parseJwt(token);
    if (jwt === undefined) throw refuseToken("auth must be a JSON Web Token, without Bearer before it");

    const { appId, iss, exp, jti } = jwt.claims;
    const app = clientApps.get(String(appId)) ?? clientApps.get(String(iss));
    if (app === undefined) throw refuseToken("neither appId nor iss is a client id");
    if (!(await verify(jwt, app.clientSecret))) throw refuseToken("the signature is not HS256 with the client secret");
    if (exp !== undefined && (typeof exp !== "number" || at >= exp * 1000)) throw refuseToken("the token has expired");
    if (enforceJti) {
      if (typeof jti !== "string" || seenJtis.has(jti)) throw refuseToken("jti must be present and new");
      seenJtis.add(jti);
    }
    return app;
  };
}
