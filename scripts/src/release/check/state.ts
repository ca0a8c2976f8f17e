import type { Document } from "../../specs/bundle.ts";
import type { Reports } from "../api/reports.ts";

/** A package, as far as a version number depends on it. */
export interface PackageState {
  readonly directory: string;
  readonly version: string;
  /** Stands for every byte that is published, the version number and the change log left out. */
  readonly digest: string;
  /** The packages of this repository that it brings along. */
  readonly dependencies: readonly string[];
}

/** Everything that is compared: of the last release, or of now. */
export interface State {
  /** By name. */
  readonly packages: ReadonlyMap<string, PackageState>;
  readonly reports: Reports;
  /** Bundled, by the name of the API. */
  readonly descriptions: ReadonlyMap<string, Document>;
  /** The programs in the READMEs, by file and number: `packages/kore-xo/README.md#1`. */
  readonly examples: ReadonlyMap<string, string>;
}
