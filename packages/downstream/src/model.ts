// The words of the matrix: APIs down, generators across, one cell for each pair.

export const apiNames = ["foundry-aip-agents", "kore-agent-platform", "kore-xo"] as const;
export type ApiName = (typeof apiNames)[number];

export const languages = ["typescript", "python", "go", "java", "rust"] as const;
export type Language = (typeof languages)[number];

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  /** Default: the folder of the cell. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Where a cell does its work. */
export interface Cell {
  readonly api: ApiName;
  /** The description that the generator reads, as `@org/specs` publishes it. */
  readonly description: string;
  /** Emptied before the cell runs. Holds the program, and whatever the generator writes. */
  readonly folder: string;
}

export interface Generator {
  /** Names the folder of its programs. */
  readonly name: string;
  readonly language: Language;
  /** As pinned. */
  readonly version: string;
  /** Programs that it needs besides those of its language, each with the arguments that make it tell its version. */
  readonly needs?: Readonly<Record<string, readonly string[]>>;
  /** Which form of the description it is given: 3.1 wherever it can read that. */
  readonly reads: "3.1" | "3.0.3";
  /** Runs in the quick slice: one a language. */
  readonly quick?: boolean;
  /** What else decides its cells, beside its version: the files that pin tools and libraries, relative to the package. */
  readonly pins: readonly string[];
  /** The name of the program in its folder, e.g. `program.ts`; in `programs/` it is named after the API. */
  readonly program: string;
  /** Other files that its cells need, relative to the package, with the name that each has in the folder of the cell. */
  readonly files?: Readonly<Record<string, string>>;
  /** What a user types to get the client, for the guide. */
  readonly typed: string;
  generate(cell: Cell): readonly Command[];
  compile(cell: Cell): readonly Command[];
  run(cell: Cell): Command;
}

export interface Toolchain {
  readonly language: Language;
  /** Programs that must be on the machine, each with the arguments that make it tell its version. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
  readonly generators: readonly Generator[];
  /** Brings what the generators and the generated clients need, as pinned. Takes a moment when nothing changed. */
  prepare(generators: readonly Generator[]): Promise<void>;
}

export const stages = ["generated", "compiled", "live"] as const;
export type Stage = (typeof stages)[number];

export interface StageResult {
  readonly ok: boolean;
  readonly seconds: number;
  /** How many warnings the tool gave. */
  readonly warnings: number;
  /** Taken from an earlier run, since nothing changed that it depends on. */
  readonly cached: boolean;
  /** What went wrong, shortened. */
  readonly failure?: string;
}

export interface CellResult {
  readonly api: ApiName;
  readonly generator: string;
  readonly language: Language;
  readonly version: string;
  readonly reads: string;
  /** Why nothing was tried; then there are no stages. */
  readonly notTested?: string;
  readonly stages: Partial<Record<Stage, StageResult>>;
}
