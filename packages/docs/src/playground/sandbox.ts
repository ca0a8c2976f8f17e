// The worker that runs a program. One worker runs one program, and is ended with it: a program that never stops cannot
// take the page along. As in Node, a program ends when it has nothing more to wait for, or at an error that nobody catches.
import type { Report, RunRequest } from "./messages.ts";
import { replaceConsole } from "./sandbox/console.ts";
import { watchPending } from "./sandbox/pending.ts";

const { postMessage } = globalThis;
const send = (report: Report): void => postMessage(report);
const print = replaceConsole(send);
let started = performance.now();

function end(failed: boolean): void {
  send({ kind: "done", failed, ms: performance.now() - started });
}

function fail(...values: readonly unknown[]): void {
  print("error", values);
  end(true);
}

self.addEventListener("message", async ({ data }: MessageEvent<RunRequest>) => {
  started = performance.now();
  const pending = watchPending();
  Object.assign(globalThis, {
    playground: { fault: data.fault, track: pending.track, report: send },
    // Not in Node, and here the page's own way of hearing from the sandbox.
    postMessage: undefined,
    close: () => end(false),
    fetch: () =>
      Promise.reject(
        new TypeError("Nothing leaves this page. Give the client the `fetch` of an emulator, as the examples do."),
      ),
  });
  try {
    await import(URL.createObjectURL(new Blob([data.code], { type: "text/javascript" })));
    await pending.quiet();
    end(false);
  } catch (error) {
    fail(error);
  }
});

self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  fail("Unhandled rejection:", event.reason);
});

self.addEventListener("error", (event) => {
  event.preventDefault();
  fail("Uncaught", event.error);
});
