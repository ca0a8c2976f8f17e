import type { Clock } from "../clock.js";
import type { Exchange } from "../exchange.js";

/** A request on its way through a fault. */
export interface Passage {
  readonly exchange: Exchange;
  readonly clock: Clock;
  /** Aborts when the client gives up. Absent: nobody would tell. */
  readonly signal: AbortSignal | undefined;
  /** Goes on to the service, and comes back with its answer. */
  next(exchange: Exchange): Promise<Response>;
}
