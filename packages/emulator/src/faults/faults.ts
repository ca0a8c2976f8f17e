import type { Clock } from "../clock.js";
import type { ApiName, Exchange } from "../exchange.js";
import { apply } from "./apply.js";
import { checkRule } from "./check-rule.js";
import type { FaultHandle, FaultRule, Faults } from "./rule.js";

/** What a rule can name: an operation of an API, or something else that it answers. */
export interface FaultTarget {
  readonly api: ApiName;
  /** An `operationId`, or method and path. */
  readonly operation: string;
  /** Whether the description has it. What it has not is met by rules that name it, and by no others. */
  readonly described: boolean;
}

/** The faults of an emulator, and the way through them. */
export interface FaultRegistry extends Faults {
  /** Carries a request through every fault that it meets, and to the service where they let it. */
  pass(request: FaultPassage): Promise<Response>;
}

/** A request that may meet faults. */
export interface FaultPassage {
  readonly target: FaultTarget;
  readonly exchange: Exchange;
  readonly signal: AbortSignal | undefined;
  next(exchange: Exchange): Promise<Response>;
}

interface ActiveRule extends FaultHandle {
  seen: number;
  fired: number;
}

export interface FaultRegistryOptions {
  readonly targets: readonly FaultTarget[];
  readonly clock: Clock;
}

export function createFaultRegistry({ targets, clock }: FaultRegistryOptions): FaultRegistry {
  let active: readonly ActiveRule[] = [];
  let lastId = 0;
  return {
    add(rule) {
      checkRule(rule, targets);
      const id = String((lastId += 1));
      const remove = (): void => {
        active = active.filter((other) => other.id !== id);
      };
      const added: ActiveRule = { id, rule, seen: 0, fired: 0, remove };
      active = [...active, added];
      return added;
    },
    clear() {
      active = [];
    },
    get active() {
      return active;
    },
    pass({ target, exchange, signal, next }) {
      // All rules count before any acts, so that "the second request" is the same one to each of them.
      const met = active.filter((rule) => matches(rule.rule, target) && isDue(rule));
      const through = met.reduceRight<typeof next>(
        (inner, { rule }) =>
          (outer) =>
            apply(rule.fault, { exchange: outer, clock, signal, next: inner }),
        next,
      );
      return through(exchange);
    },
  };
}

function matches({ api, operation }: FaultRule, target: FaultTarget): boolean {
  if (api !== undefined && api !== target.api) return false;
  return operation === undefined ? target.described : operation === target.operation;
}

/** Counts a matching request, and says whether it meets the fault. */
function isDue(active: ActiveRule): boolean {
  active.seen += 1;
  const { nth = { from: 1 }, times = Infinity } = active.rule;
  const { from, to = Infinity } = typeof nth === "number" ? { from: nth, to: nth } : nth;
  const due = active.seen >= from && active.seen <= to && active.fired < times;
  if (due) active.fired += 1;
  return due;
}
