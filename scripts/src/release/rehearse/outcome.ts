/** How a program fared on a runtime. */
export type Outcome =
  | { readonly kind: "passed" }
  | { readonly kind: "failed"; readonly why: string }
  /** The runtime is not for this machine, or the program not for this runtime. */
  | { readonly kind: "skipped"; readonly why: string };

/** One line of the table. */
export interface Row {
  readonly runtime: string;
  /** By the name of the package. */
  readonly outcomes: ReadonlyMap<string, readonly Outcome[]>;
}

export const passed: Outcome = { kind: "passed" };
export const failed = (why: string): Outcome => ({ kind: "failed", why });
export const skipped = (why: string): Outcome => ({ kind: "skipped", why });
