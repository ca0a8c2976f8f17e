import type { SideRoute } from "../service.js";
import type { AppSession } from "./session.js";

/** Which users have authorized the tools of which app. An authorization holds for all sessions of the user. */
export interface Authorizations {
  /** Makes the address of a session's authorization known. */
  register(session: AppSession): void;
  isPending(session: AppSession): boolean;
  /** What a browser finds at the address: visiting it completes the authorization. */
  readonly page: SideRoute;
}

export function createAuthorizations(): Authorizations {
  const userByCode = new Map<string, string>();
  const authorized = new Set<string>();
  return {
    register(session) {
      if (session.authorization !== undefined) userByCode.set(session.authorization.code, userOf(session));
    },
    isPending: (session) => session.authorization !== undefined && !authorized.has(userOf(session)),
    page: {
      method: "GET",
      path: "/r/{code}",
      pattern: /^\/r\/([0-9a-f]{24})$/,
      answer(_exchange, match) {
        const user = userByCode.get(match[1] ?? "");
        if (user === undefined) return textResponse(404, "There is no authorization at this address.");
        authorized.add(user);
        return textResponse(200, "Authorized. Create the session again.");
      },
    },
  };
}

function userOf({ appId, userReference }: AppSession): string {
  return `${appId} ${userReference}`;
}

function textResponse(status: number, text: string): Response {
  return new Response(text, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}
