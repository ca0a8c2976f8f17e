import type { Tarball } from "../pack/pack.ts";

export interface GateContext {
  readonly tarballs: readonly Tarball[];
  /** Where the tools of the gates are installed. */
  readonly tools: string;
}

/** What a gate found. It is passed when there are no problems. */
export interface GateResult {
  /** What was looked at, in a few words. */
  readonly checked: string;
  readonly problems: readonly string[];
  /** A table or a few lines to show in any case. */
  readonly notes?: readonly string[];
}

export interface Gate {
  readonly name: string;
  run(context: GateContext): GateResult | Promise<GateResult>;
}
