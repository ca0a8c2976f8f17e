import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
// V8 throws away the compiled code of functions that have not run for some collections. With one collection a turn, who
// comes round again would start as if just loaded, and the more code of its own it has the slower.
setFlagsFromString("--no-flush-bytecode");
const collect = runInNewContext("gc") as () => void;

/** Collects all garbage now, so that nobody pays for what another one left. */
export function collectGarbage(): void {
  collect();
}
