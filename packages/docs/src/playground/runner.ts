import type { Report, RunRequest } from "./messages.ts";

/** Runs one program at a time, each in a worker of its own. */
export interface Runner {
  /** Ends the program that runs, and starts another. */
  start(request: RunRequest): void;
  /** Ends the program that runs, if there is one. It reports nothing more. */
  end(): void;
}

/** `sandbox` is the address of the worker's script. */
export function createRunner(sandbox: string, take: (report: Report) => void): Runner {
  let worker: Worker | undefined;
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
  };
  return {
    end,
    start(request) {
      end();
      const own = new Worker(sandbox, { type: "module" });
      worker = own;
      const pass = (report: Report): void => {
        if (worker !== own) return;
        if (report.kind === "done") end();
        take(report);
      };
      const breakOff = (text: string): void => {
        pass({ kind: "log", level: "error", text });
        pass({ kind: "done", failed: true, ms: 0 });
      };
      own.addEventListener("message", ({ data }: MessageEvent<Report>) => pass(data));
      own.addEventListener("error", ({ message }) => breakOff(message || "The sandbox could not be started."));
      own.addEventListener("messageerror", () => breakOff("The sandbox sent what the page cannot read."));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      own.postMessage(request);
    },
  };
}
