/** Which sessions an emulator starts with. */
export type SeedName = "none" | "samples" | "full";

/** What generated data depend on: the same in, the same out. */
export interface SeedOptions {
  readonly seed: SeedName;
  /** Milliseconds since 1970: generated times are relative to it. */
  readonly startedAt: number;
  /** Names the sequence of random values. */
  readonly randomSeed: string;
}
