import { createKoreAgentPlatform, type KoreAgentPlatform } from "../../src/client.js";

/** A request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: string;
}

export interface Scripted {
  readonly client: KoreAgentPlatform;
  readonly sent: Sent[];
}

/** A client whose requests are answered from a script; the last answer repeats. */
export function scripted(...answers: readonly Response[]): Scripted {
  const sent: Sent[] = [];
  const client = createKoreAgentPlatform({
    auth: { apiKey: "kg-secret" },
    retry: { baseDelayMs: 0 },
    fetch: async (input, init) => {
      const request = new Request(input, { ...init, signal: null });
      const path = new URL(request.url).pathname;
      sent.push({ method: request.method, path, headers: request.headers, body: await request.text() });
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer === undefined) throw new TypeError("The script is empty");
      return answer.clone();
    },
  });
  return { client, sent };
}

export const session = {
  sessionId: "s-1",
  sessionReference: null,
  userReference: "u-ref",
  status: "idle",
  userId: "u-1",
  createdAt: "2025-02-17T19:07:00.070Z",
};
