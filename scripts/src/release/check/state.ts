import type { Document } from "../../specs/bundle.ts";
import type { Reports } from "../api/reports.ts";

type Ranges = Readonly<Record<string, string>>;
/** The value of an entry point: a file, or one for each condition. */
export type Target = string | null | { readonly [condition: string]: Target };

/** A manifest as it is published: ranges are resolved. Whatever else it says is compared too. */
export interface PackedManifest {
  readonly [key: string]: unknown;
  readonly bin?: Ranges;
  readonly dependencies?: Ranges;
  readonly engines?: Ranges;
  readonly exports?: Readonly<Record<string, Target>>;
  readonly peerDependencies?: Ranges;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** A package, as far as a version number depends on it. */
export interface PackageState {
  readonly directory: string;
  readonly version: string;
  /** Without the versions that a release decides. */
  readonly manifest: PackedManifest;
  /** A digest of every file that is published, by its path. Manifest and change log are left out. */
  readonly files: Readonly<Record<string, string>>;
  /** The libraries that its published declarations import. They need not be known of the last release. */
  readonly imports?: readonly string[];
}

/** Everything that is compared: of the last release, or of now. */
export interface State {
  /** By name. */
  readonly packages: ReadonlyMap<string, PackageState>;
  readonly reports: Reports;
  /** Bundled, by the name of the API. */
  readonly descriptions: ReadonlyMap<string, Document>;
  /** Programs of users, by their path, with a number where they stand in a README: `packages/kore-xo/README.md#1`. */
  readonly examples: ReadonlyMap<string, string>;
}
