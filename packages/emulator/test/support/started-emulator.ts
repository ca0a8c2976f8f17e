import { createContract } from "@org/contract";
import foundry from "../../src/compiled/foundry-aip-agents.js";
import agentPlatform from "../../src/compiled/kore-agent-platform.js";
import xo from "../../src/compiled/kore-xo.js";
import { createEmulator, type Emulator, type EmulatorOptions } from "../../src/index.js";
import { createVirtualClock, type VirtualClock } from "./virtual-clock.js";

const contracts = [foundry, agentPlatform, xo].map((description) => createContract(description));

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON. A test names the fields that its answer may have, and looks at those that it does have. */
  readonly body: Body;
}

export interface StartedEmulator {
  readonly emulator: Emulator;
  readonly clock: VirtualClock;
  /** Sends a request and holds the answer against the descriptions: any deviation fails the test. */
  send<Body>(path: string, init?: RequestInit): Promise<Answer<Body>>;
}

/** 2026-11-21, in the middle of a second so that no time in a test is round by accident. */
export const START = "2026-11-21T10:17:43.219Z";

export function startEmulator(options: EmulatorOptions = {}, start = START): StartedEmulator {
  const clock = createVirtualClock(start);
  const emulator = createEmulator({ clock, ...options });
  return {
    emulator,
    clock,
    async send<Body>(path: string, init: RequestInit = {}) {
      const response = await emulator.fetch(`http://emulator.test${path}`, init);
      const text = await response.text();
      const { status, headers } = response;
      checkAnswer(init.method ?? "GET", path, { status, headers, bodyText: text });
      return { status, headers, text, body: parse(text) as Body };
    },
  };
}

function checkAnswer(
  method: string,
  path: string,
  response: { readonly status: number; readonly headers: Headers; readonly bodyText: string },
): void {
  for (const contract of contracts) {
    const match = contract.match(method, new URL(path, "http://emulator.test").pathname);
    if (match === undefined || !("operation" in match)) continue;
    const deviations = contract.checkResponse(match.operation.id, response);
    if (deviations.length > 0) throw new Error(`${method} ${path}: ${JSON.stringify(deviations, undefined, 2)}`);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A POST with a JSON body. */
export function post(body: unknown, headers: Record<string, string>): RequestInit {
  return { method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}
