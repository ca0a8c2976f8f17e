import { createFoundryAipAgents, type FoundryAipAgents, type FoundryAipAgentsOptions } from "../../src/client.js";

/** A request as it was sent. */
export interface Sent {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly redirect: RequestRedirect;
  readonly body: string;
}

type Answer = Response | Error | ((sent: Sent) => Response);

export interface Scripted {
  readonly client: FoundryAipAgents;
  readonly sent: Sent[];
  /** Moves the client's clock on. */
  pass(ms: number): void;
}

/** A client whose requests are answered from a script; the last answer repeats. */
export function scripted(options: Partial<FoundryAipAgentsOptions>, ...answers: readonly Answer[]): Scripted {
  const sent: Sent[] = [];
  let now = Date.UTC(2026, 0, 1);
  const client = createFoundryAipAgents({
    baseUrl: "https://acme.example",
    auth: { token: "user-token" },
    clock: {
      now: () => now,
      sleep: async (ms) => {
        now += ms;
      },
    },
    fetch: async (input, init) => {
      const request = new Request(input, { ...init, signal: null });
      const entry = {
        method: request.method,
        url: new URL(request.url),
        headers: request.headers,
        redirect: request.redirect,
        body: await request.text(),
      };
      sent.push(entry);
      const answer = answers[Math.min(sent.length, answers.length) - 1];
      if (answer === undefined) throw new TypeError("The script is empty");
      if (answer instanceof Error) throw answer;
      return typeof answer === "function" ? answer(entry) : answer.clone();
    },
    ...options,
  });
  return { client, sent, pass: (ms) => (now += ms) };
}

export const session = {
  rid: "ri.aip-agents..session.1",
  agentRid: "ri.aip-agents..agent.1",
  agentVersion: "1.0",
  metadata: {
    title: "Hello",
    createdTime: "2024-10-01T20:04:24.962583055Z",
    updatedTime: "2024-10-01T22:04:24.962583055Z",
    messageCount: 2,
  },
};
