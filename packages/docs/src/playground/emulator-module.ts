// What a program of the playground gets under the name `@org/emulator`: the emulator itself, with the fault switch added
// and its requests reported to the page.
import { createEmulator as create, type Emulator, type EmulatorOptions } from "@org/emulator";
import { faultOf } from "./faults.ts";
import type { Report } from "./messages.ts";

/** What the sandbox gives to the modules of a program. */
declare const playground: {
  readonly fault: string;
  track<T>(promise: Promise<T>): Promise<T>;
  report(report: Report): void;
};

export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const emulator = create(options);
  for (const rule of faultOf(playground.fault).rules) emulator.faults.add(rule);
  return {
    ...emulator,
    async fetch(input, init) {
      const request = new Request(input, init?.signal ? { ...init, signal: null } : init);
      const { pathname } = new URL(request.url);
      const started = performance.now();
      const tell = (status: string): void => {
        const ms = performance.now() - started;
        playground.report({ kind: "request", method: request.method, path: pathname, status, ms });
      };
      try {
        const response = await playground.track(emulator.fetch(input, init));
        tell(String(response.status));
        return response;
      } catch (error) {
        tell("no answer");
        throw error;
      }
    },
  };
}
