// Prints the heap growth of one reader as JSON. A process of its own: heaps remember who was there before.
import { watchHeap } from "./memory.ts";
import { pagesWire, sessionsPerPage } from "./pages.ts";
import { readers } from "./readers.ts";

const [name = "", pagesText = ""] = process.argv.slice(2);
const reader = readers[name];
const pages = Number(pagesText);
if (reader === undefined || !(pages > 0)) throw new Error(`no reader "${name}", or no pages: "${pagesText}"`);

// The same code, compiled before the watch begins.
await reader(pagesWire(200));
const { wire, growth } = watchHeap(pagesWire(pages), pages);
const messages = await reader(wire);
if (messages !== pages * sessionsPerPage) throw new Error(`${name}: read ${messages} sessions`);
process.stdout.write(JSON.stringify(growth()));
