import { createPlatformClient } from "@osdk/client";
import { Sessions } from "@osdk/foundry.aipagents";
import type { Rival } from "./rival.ts";

/** The official client. It has neither a timeout nor a signal nor a say in retries, and lists one page a call. */
export const palantir: Rival = {
  name: "@osdk/client",
  lacks({ abortAfterMs, totalTimeoutMs }) {
    if (abortAfterMs !== undefined) return "takes no signal";
    return totalTimeoutMs === undefined ? undefined : "has no time limit";
  },
  call(operation, { url, token, credentials: { agentRid, sessionRid } }) {
    const client = createPlatformClient(url, token);
    const preview = { preview: true } as const;
    switch (operation) {
      case "createSession":
        return Sessions.create(client, agentRid, {}, preview);
      case "getSession":
        return Sessions.get(client, agentRid, sessionRid, preview);
      default:
        return Sessions.list(client, agentRid, preview);
    }
  },
};
