import type { ApiName } from "../exchange.js";
import type { Fault } from "./fault.js";

/** A fault, and the requests that meet it. */
export interface FaultRule {
  /** Default: all three. */
  readonly api?: ApiName | undefined;
  /**
   * An `operationId`; or what the emulator answers beside the described operations, by method and path:
   * `"POST /multipass/api/oauth2/token"`. Default: every described operation.
   */
  readonly operation?: string | undefined;
  /** Which of the matching requests, counted from 1 since the rule was added. Default: all. */
  readonly nth?: number | { readonly from: number; readonly to?: number | undefined } | undefined;
  /** How often the fault happens at most. Default: any number of times. */
  readonly times?: number | undefined;
  readonly fault: Fault;
}

/** A rule that is in force. */
export interface FaultHandle {
  readonly id: string;
  readonly rule: FaultRule;
  /** How many requests have matched `api` and `operation`. */
  readonly seen: number;
  /** How many of them met the fault. */
  readonly fired: number;
  /** Ends the rule. Requests that have met the fault already stay as they are. */
  remove(): void;
}

/** The faults of an emulator. Several that meet the same request work together, the first added nearest to the client. */
export interface Faults {
  /**
   * @throws TypeError that says what would be right, for a rule that is none or names an unknown operation: it would
   *   never apply.
   */
  add(rule: FaultRule): FaultHandle;
  /** Ends every rule. */
  clear(): void;
  /** The rules in force, in the order in which they were added. */
  readonly active: readonly FaultHandle[];
}
