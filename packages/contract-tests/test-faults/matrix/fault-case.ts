import type { FaultRule } from "@org/emulator";

/** The operations of all providers, as their clients call them. Foundry and XO both have a `listSessions`. */
export const operationNames = [
  "createSession",
  "listSessions",
  "getSession",
  "createAppSession",
  "listAppSessions",
  "getBotSessions",
  "getAccountSessions",
  "xo.listSessions",
  "lookUpSessions",
] as const;
export type DirectName = (typeof operationNames)[number];

/** The operations of the facade, and the one of a client that each stands on and fails like. */
const standsOn = {
  "support.create": "createSession",
  "support.get": "getSession",
  "support.list": "listSessions",
  "shop.create": "createAppSession",
  "shop.get": "listAppSessions",
  "shop.list": "listAppSessions",
  "ivr.get": "lookUpSessions",
  "ivr.list": "xo.listSessions",
  // One provider fails, Foundry; the sessions of the other two must come all the same.
  "all.list": "listSessions",
} as const satisfies Readonly<Record<string, DirectName>>;
export type FacadeName = keyof typeof standsOn;
export const facadeNames = Object.keys(standsOn) as readonly FacadeName[];

export type OperationName = DirectName | FacadeName;

export const isOfFacade = (operation: OperationName): operation is FacadeName => operation in standsOn;
const directOf = (operation: OperationName): DirectName => (isOfFacade(operation) ? standsOn[operation] : operation);

export type ProviderName = "foundry" | "kore";

export const providerOf = (operation: OperationName): ProviderName =>
  ["createSession", "listSessions", "getSession"].includes(directOf(operation)) ? "foundry" : "kore";

export const isCreate = (operation: OperationName): boolean =>
  ["createSession", "createAppSession"].includes(directOf(operation));

/**
 * What a call comes to: `ok ×2`, or `RateLimited rejected ×3 retryAt`: the error's name with its reason or scope, its
 * outcome, the number of requests that reached the service, and `retryAt` where the error says when to come back.
 */
export type Expected = string | Readonly<Record<ProviderName, string>>;

/** A rule for whatever operation is called. */
export type CaseRule = Omit<FaultRule, "api" | "operation">;

/** The operations that a case is about. Signing in fails alike for all, so those that sign in by OAuth stand for them. */
export function operationsOf({ at }: FaultCase): readonly OperationName[] {
  return at === "token endpoint" ? ["createSession", "listSessions"] : [...operationNames, ...facadeNames];
}

/** One way in which the service, or the way to it, fails; and what each call must make of that. */
export interface FaultCase {
  readonly name: string;
  /** Default: the operation. */
  readonly at?: "token endpoint";
  /** The faults. `trap` is the address of another origin, which records who comes. */
  readonly rules?: (trap: string) => readonly CaseRule[];
  /** Reads may be sent again. */
  readonly reads: Expected;
  /** Creates may be sent again only where the service has certainly done nothing. */
  readonly creates: Expected;
  /** Operations that differ from the others of their kind. */
  readonly except?: Partial<Readonly<Record<OperationName, string>>>;
  /** How many sessions a create leaves behind. */
  readonly stored: 0 | 1;

  /** Words of the service that the error must hand on. */
  readonly says?: string;
  /** Values that the clients of enums must report as unrecognized. */
  readonly unrecognized?: string;
  /** The call may not be over earlier, in milliseconds: a demand of the service was obeyed. Default: 0. */
  readonly notBeforeMs?: number;
  /** Nor later. Default: 5000. */
  readonly withinMs?: number;

  readonly timeoutMs?: number;
  readonly totalTimeoutMs?: number;
  /** Longest time for one request to the token endpoint. Default: 10 000. */
  readonly tokenTimeoutMs?: number;
  /** The caller aborts so long after the call began. */
  readonly abortAfterMs?: number;
  /** `stale`: the first credential is one that the service does not know, and another can be had. `fixed`: none can. */
  readonly credential?: "stale" | "fixed";
  /** Nobody listens at the address. */
  readonly down?: boolean;
  /** Listings have two pages. */
  readonly twoPages?: boolean;
}

export function expectedFor({ except, creates, reads }: FaultCase, operation: OperationName): string {
  const own = except?.[operation] ?? except?.[directOf(operation)];
  if (own !== undefined) return own;
  const expected = isCreate(operation) ? creates : reads;
  return typeof expected === "string" ? expected : expected[providerOf(operation)];
}
