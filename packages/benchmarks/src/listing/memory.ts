import { collectGarbage } from "../collect-garbage.ts";
import type { Wire } from "../calls/wire.ts";

/** What a listing did to the heap, in bytes. */
export interface HeapGrowth {
  /** Highest point above the start, garbage that was not collected yet included. */
  readonly peak: number;
  /** What was still held at the end beyond a tenth of the way, after collection: nothing, if memory is flat. */
  readonly retained: number;
}

/** A `fetch` that watches the heap as it serves: the reader needs to know nothing of it. */
export function watchHeap(wire: Wire, pages: number): { readonly wire: Wire; growth(): HeapGrowth } {
  let served = 0;
  let peak = 0;
  let early: number | undefined;
  collectGarbage();
  const start = heap();
  const fetch: typeof globalThis.fetch = async (input, init) => {
    served += 1;
    peak = Math.max(peak, heap() - start);
    if (served === Math.ceil(pages / 10)) {
      collectGarbage();
      early = heap();
    }
    return wire.fetch(input, init);
  };
  const growth = (): HeapGrowth => {
    collectGarbage();
    if (early === undefined) throw new Error("the listing ended before a tenth of its pages");
    return { peak, retained: Math.max(0, heap() - early) };
  };
  return { wire: { origin: wire.origin, fetch }, growth };
}

function heap(): number {
  return process.memoryUsage().heapUsed;
}
