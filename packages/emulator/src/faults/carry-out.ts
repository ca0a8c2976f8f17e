import type { FaultTime } from "./fault.js";
import type { Passage } from "./passage.js";

/** Lets the operation take place where the fault comes after it. The answer is lost. */
export async function carryOut(when: FaultTime | undefined, { exchange, next }: Passage): Promise<void> {
  if (when === "after") await (await next(exchange)).body?.cancel();
}
