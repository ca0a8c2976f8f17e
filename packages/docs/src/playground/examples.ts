/** A program that the playground offers. */
export interface Example {
  readonly key: string;
  readonly title: string;
  /** What it shows, in a sentence. */
  readonly about: string;
  /** Position of the fault switch that goes with it. */
  readonly fault: string;
  readonly code: string;
}

// The build puts the programs of examples/ and of ../calls/ here.
declare const PREPARED_EXAMPLES: readonly Example[];

export const examples: readonly Example[] = PREPARED_EXAMPLES;
