import { createDrafts } from "./drafts.ts";
import { createEditor, type Declarations } from "./editor.ts";
import { examples, type Example } from "./examples.ts";
import { faults } from "./faults.ts";
import type { Report } from "./messages.ts";
import { linkImports, memoryAddress, moduleAddresses, type Modules } from "./module-addresses.ts";
import { createRunner } from "./runner.ts";
import { timeline } from "./timeline.ts";

const assets = new URL(".", import.meta.url);
const find = <E extends HTMLElement>(id: string): E => document.querySelector<E>(`#${id}`) as E;
const picker = find<HTMLSelectElement>("example");
const faultSwitch = find<HTMLSelectElement>("fault");
const runButton = find<HTMLButtonElement>("run");
const stopButton = find<HTMLButtonElement>("stop");
const resetButton = find<HTMLButtonElement>("reset");
const output = find("output");
const requests = find("requests");
const status = find("status");
const about = find("about");

/** More rows of requests than this are counted, not shown. */
const MOST_REQUESTS = 500;

async function load(file: string): Promise<Response> {
  const response = await fetch(new URL(file, assets));
  if (!response.ok) throw new Error(`${file}: status ${response.status}`);
  return response;
}

try {
  await begin();
} catch (error) {
  status.textContent = `The playground could not be loaded (${(error as Error).message}). Reload the page.`;
}

/** Loads all that programs need, so that they run without a network from then on. */
async function begin(): Promise<void> {
  const [declarations, modules, sandbox] = await Promise.all([
    load("types.json").then((response) => response.json() as Promise<Declarations>),
    load("modules.json").then((response) => response.json() as Promise<Modules>),
    load("sandbox.js").then((response) => response.text()),
  ]);
  const inMemory = await moduleAddresses(modules);
  const addresses = Object.fromEntries(
    Object.keys(declarations.paths).map((name) => [name, inMemory[`${name}.js`] ?? ""]),
  );
  const editor = createEditor(find("editor"), assets, declarations);
  const runner = createRunner(memoryAddress(sandbox), take);
  const drafts = createDrafts();
  let chosen: Example | undefined;
  /** Counts what was begun and stopped: a program that is stopped while it compiles must not start. */
  let turn = 0;

  function rest(words: string): void {
    turn += 1;
    runner.end();
    runButton.disabled = false;
    stopButton.disabled = true;
    status.textContent = words;
  }

  function clear(): void {
    output.replaceChildren();
    requests.replaceChildren();
    delete requests.dataset.more;
  }

  function keep(): void {
    if (chosen) drafts.keep(chosen, { code: editor.text, fault: faultSwitch.value });
  }

  function choose(example: Example): void {
    keep();
    chosen = example;
    const { code, fault } = drafts.of(example);
    picker.value = example.key;
    faultSwitch.value = fault;
    about.textContent = example.about;
    editor.open(code);
    clear();
  }

  async function run(): Promise<void> {
    rest("Compiling");
    const mine = turn;
    clear();
    runButton.disabled = true;
    stopButton.disabled = false;
    try {
      const code = await linkImports(await editor.compile(), addresses);
      if (mine !== turn) return;
      status.textContent = "Running";
      runner.start({ code, fault: faultSwitch.value });
    } catch (error) {
      if (mine !== turn) return;
      print("error", error instanceof Error ? error.message : String(error));
      finish("Failed");
    }
  }

  function take(report: Report): void {
    if (report.kind === "log") {
      print(report.level, report.text);
      if (report.trace) output.append(timeline(report.trace));
      output.scrollTop = output.scrollHeight;
    } else if (report.kind === "request") {
      if (requests.childElementCount < MOST_REQUESTS) requests.append(requestRow(report));
      else requests.dataset.more = "";
    } else {
      finish(`${report.failed ? "Failed" : "Done"} in ${Math.round(report.ms)} ms`);
    }
  }

  function finish(words: string): void {
    rest(words);
    output.scrollIntoView({ block: "nearest" });
  }

  for (const { key, title } of examples) picker.append(new Option(title, key));
  for (const { key, label } of faults) faultSwitch.append(new Option(label, key));
  picker.addEventListener("change", () => {
    const example = examples.find(({ key }) => key === picker.value);
    if (!example) return;
    rest("Ready");
    choose(example);
    history.replaceState(null, "", `?example=${example.key}`);
  });
  runButton.addEventListener("click", () => void run());
  stopButton.addEventListener("click", () => rest("Stopped"));
  resetButton.addEventListener("click", () => {
    if (!chosen) return;
    rest("Ready");
    faultSwitch.value = chosen.fault;
    editor.replace(chosen.code);
  });
  // Links of the page lead away from it, and back.
  addEventListener("pagehide", keep);
  editor.onRun(() => void run());

  const query = new URLSearchParams(location.search);
  const wanted = query.get("example") ?? query.get("call");
  const example = examples.find(({ key }) => key === (wanted ?? "list")) ?? examples[0];
  if (!example) throw new Error("it has no examples");
  choose(example);
  if (wanted !== null && example.key !== wanted) print("error", `There is no example "${wanted}".`);
  // The compiler is loaded with the first program.
  await editor.compile();
  rest("Ready");
}

function requestRow({ method, path, status: answered, ms }: Extract<Report, { kind: "request" }>): HTMLElement {
  const row = document.createElement("li");
  row.textContent = `${answered} ${method} ${path} (${Math.round(ms)} ms)`;
  row.dataset.status = answered.slice(0, 1);
  return row;
}

function print(level: "log" | "error", text: string): void {
  const line = document.createElement("pre");
  line.className = level;
  line.textContent = text;
  output.append(line);
}
