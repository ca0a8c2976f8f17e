import type { Attempt } from "@org/runtime";

/** What the page tells the sandbox to run. */
export interface RunRequest {
  /** JavaScript, as an ES module whose imports are addresses. */
  readonly code: string;
  /** The fault switch: the key of a fault, or none. */
  readonly fault: string;
}

/** One call, as its attempts tell it. */
export interface CallTrace {
  readonly title: string;
  readonly outcome: string | undefined;
  readonly attempts: readonly Attempt[];
}

/** What the sandbox reports while it runs. */
export type Report =
  | {
      readonly kind: "log";
      readonly level: "log" | "error";
      readonly text: string;
      readonly trace?: CallTrace | undefined;
    }
  | {
      readonly kind: "request";
      readonly method: string;
      readonly path: string;
      readonly status: string;
      readonly ms: number;
    }
  | { readonly kind: "done"; readonly failed: boolean; readonly ms: number };
