import type { Contract } from "../contract.js";
import type { Deviation } from "../deviation.js";
import type { MountedContract } from "./mount.js";
import type { FetchInit, FetchInput } from "./sent-request.js";

/** `off`: nothing is looked at. `report`: deviations are told. `strict`: what deviates is refused with a `ContractError`. */
export type ContractMode = "off" | "report" | "strict";

/** A body that was not held against its schema, only its presence and content type. */
export interface UncheckedBody {
  readonly operation: string | undefined;
  readonly side: "request" | "response";
}

export interface ContractFetchOptions {
  /** The descriptions to hold requests and responses against. The first that knows a path speaks for it. */
  readonly contracts: readonly (Contract | MountedContract)[];
  /** The mode to begin with; see `ContractFetch.mode`. Default: `report`. */
  readonly mode?: ContractMode | undefined;
  /**
   * Told of each deviation, in `strict` before the refusal. What it throws is thrown outside of the call, as that of an
   * event listener is.
   */
  readonly onDeviation: (deviation: Deviation) => void;
  /**
   * Requests to URLs that no description knows: `pass` lets them through unseen, `report` makes them deviations, which
   * `strict` refuses. Default: `pass`.
   */
  readonly unmatched?: "pass" | "report" | undefined;
  /**
   * The longest body that is read, in bytes; so much is held in memory twice at most. Of a longer one presence and content
   * type are checked. Default: 1 MiB.
   */
  readonly maxBodyBytes?: number | undefined;
  /** Told of each JSON or text body that was not checked: too long, or broken off. Default: nobody is. */
  readonly onUnchecked?: ((body: UncheckedBody) => void) | undefined;
}

/** A `fetch` that holds against descriptions what passes through it. */
export interface ContractFetch {
  (input: FetchInput, init?: FetchInit): Promise<Response>;
  /** May be changed at any time; holds for the requests that begin afterwards. */
  mode: ContractMode;
  /** Resolves once everything that has passed so far is checked and told. For tests, and before a process ends. */
  settled(): Promise<void>;
}
