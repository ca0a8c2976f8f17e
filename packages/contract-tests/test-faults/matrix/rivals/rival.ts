import type { EmulatorCredentials } from "@org/emulator";
import type { FaultCase, OperationName } from "../fault-case.ts";

/** What a rival's client is told. */
export interface RivalSetup {
  readonly url: string;
  readonly credentials: EmulatorCredentials["foundry"];
  readonly faultCase: FaultCase;
  /** Gives the credential; the first one that it gives may be stale. */
  readonly token: () => Promise<string>;
  readonly signal: AbortSignal;
}

/** Another client of Foundry. */
export interface Rival {
  readonly name: string;
  /** Why a case cannot be asked of it. */
  lacks(faultCase: FaultCase): string | undefined;
  /** Calls an operation, and gives what the client gives. */
  call(operation: OperationName, setup: RivalSetup): Promise<unknown>;
}
