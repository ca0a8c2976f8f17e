import { createEditor, type Declarations } from "./editor.ts";
import { examples } from "./examples.ts";
import { faults } from "./faults.ts";
import { linkImports } from "./link-imports.ts";
import type { Report, RunRequest } from "./messages.ts";
import { timeline } from "./timeline.ts";

const assets = new URL(".", import.meta.url);
const find = <E extends HTMLElement>(id: string): E => document.querySelector<E>(`#${id}`) as E;
const picker = find<HTMLSelectElement>("example");
const faultSwitch = find<HTMLSelectElement>("fault");
const runButton = find<HTMLButtonElement>("run");
const stopButton = find<HTMLButtonElement>("stop");
const output = find("output");
const requests = find("requests");
const status = find("status");
const about = find("about");

const declarations = (await (await fetch(new URL("types.json", assets))).json()) as Declarations;
const editor = createEditor(find("editor"), assets, declarations);
const addresses = Object.fromEntries(
  Object.keys(declarations.paths).map((name) => [name, new URL(`modules/${name}.js`, assets).href]),
);

for (const { key, title } of examples) picker.append(new Option(title, key));
for (const { key, label } of faults) faultSwitch.append(new Option(label, key));

let worker: Worker | undefined;
/** Counts what was started and stopped, so that a program that was stopped while it compiled does not begin after all. */
let turn = 0;

function choose(key: string): void {
  const example = examples.find((candidate) => candidate.key === key) ?? examples[0];
  if (!example) return;
  picker.value = example.key;
  faultSwitch.value = example.fault;
  about.textContent = example.about;
  editor.text = example.code;
}

function stop(words: string): void {
  turn += 1;
  worker?.terminate();
  worker = undefined;
  runButton.disabled = false;
  stopButton.disabled = true;
  status.textContent = words;
}

async function run(): Promise<void> {
  stop("Compiling");
  const mine = turn;
  output.replaceChildren();
  requests.replaceChildren();
  runButton.disabled = true;
  stopButton.disabled = false;
  let code: string;
  try {
    code = await linkImports(await editor.compile(), addresses);
  } catch (error) {
    if (mine !== turn) return;
    print("error", error instanceof Error ? error.message : String(error));
    return stop("Failed");
  }
  if (mine !== turn) return;
  status.textContent = "Running";
  worker = new Worker(new URL("sandbox.js", assets), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Report>) => take(data));
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  worker.postMessage({ code, fault: faultSwitch.value } satisfies RunRequest);
}

function take(report: Report): void {
  if (report.kind === "log") {
    print(report.level, report.text);
    if (report.trace) output.append(timeline(report.trace));
    output.scrollTop = output.scrollHeight;
  } else if (report.kind === "request") {
    const row = document.createElement("li");
    row.textContent = `${report.status} ${report.method} ${report.path} (${Math.round(report.ms)} ms)`;
    row.dataset.status = report.status.slice(0, 1);
    requests.append(row);
  } else {
    stop(`${report.failed ? "Failed" : "Done"} in ${Math.round(report.ms)} ms`);
    output.scrollIntoView({ block: "nearest" });
  }
}

function print(level: "log" | "error", text: string): void {
  const line = document.createElement("pre");
  line.className = level;
  line.textContent = text;
  output.append(line);
}

picker.addEventListener("change", () => choose(picker.value));
runButton.addEventListener("click", () => void run());
stopButton.addEventListener("click", () => stop("Stopped"));
editor.onRun(() => void run());

const wanted = new URLSearchParams(location.search);
choose(wanted.get("example") ?? wanted.get("call") ?? "list");
runButton.disabled = false;
status.textContent = "Ready";
