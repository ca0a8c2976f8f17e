// The worker that runs a program. One worker runs one program, and is ended with it: a program that never stops cannot
// take the page along.
import type { Report, RunRequest } from "./messages.ts";
import { show, traceOf } from "./show.ts";

const send = (report: Report): void => postMessage(report);

function print(level: "log" | "error", values: readonly unknown[]): void {
  const trace = values.map(traceOf).find((found) => found !== undefined);
  send({ kind: "log", level, text: values.map(show).join(" "), trace });
}

self.addEventListener("message", async ({ data }: MessageEvent<RunRequest>) => {
  Object.assign(globalThis, { playground: { fault: data.fault } });
  for (const name of ["log", "info", "debug"] as const) console[name] = (...values) => print("log", values);
  for (const name of ["error", "warn"] as const) console[name] = (...values) => print("error", values);
  const started = performance.now();
  let failed = false;
  try {
    await import(URL.createObjectURL(new Blob([data.code], { type: "text/javascript" })));
  } catch (error) {
    failed = true;
    print("error", [error]);
  }
  send({ kind: "done", failed, ms: performance.now() - started });
});

self.addEventListener("unhandledrejection", (event) => {
  event.preventDefault();
  print("error", ["Unhandled rejection:", event.reason]);
});
