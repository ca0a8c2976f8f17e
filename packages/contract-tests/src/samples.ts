import { globSync, readFileSync } from "node:fs";

const folder = new URL("../fixtures/vendor-samples/", import.meta.url);

interface SampleFields {
  /** Folder and file: `kore-xo/agent-response`. The folder is the name of the API. */
  readonly name: string;
  readonly api: string;
  readonly source: { readonly page: string; readonly section: string };
  readonly operationId: string;
  /** Name among the examples of the description; absent for a request without a body. */
  readonly example?: string;
  /** As the page prints it. */
  readonly verbatim: string;
  /** What had to be repaired; absent where nothing had to. */
  readonly why?: string;
  /** The body as JSON; null for a request without one. */
  readonly repaired: unknown;
}

/** Values of path and query parameters. */
export interface SampleParameters {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean>>;
}

export interface RequestSample extends SampleFields {
  readonly kind: "request";
  readonly parameters: SampleParameters;
}

export interface ResponseSample extends SampleFields {
  readonly kind: "response";
  readonly status: number;
}

export type Sample = RequestSample | ResponseSample;

/** Every sample of the vendors' pages, in the order of their names. */
export const samples: readonly Sample[] = globSync("**/*.json", { cwd: folder })
  .map((file) => file.replaceAll("\\", "/"))
  .sort()
  .map(readSample);

export const requestSamples = samples.filter((sample) => sample.kind === "request");
export const responseSamples = samples.filter((sample) => sample.kind === "response");

/** @throws Error when there is no such sample. */
export function sampleOf<Kind extends Sample["kind"]>(kind: Kind, name: string): Extract<Sample, { kind: Kind }> {
  const found = samples.find((sample) => sample.kind === kind && sample.name === name);
  if (found === undefined) throw new Error(`There is no ${kind} sample ${name}`);
  return found as Extract<Sample, { kind: Kind }>;
}

function readSample(file: string): Sample {
  const fields = JSON.parse(readFileSync(new URL(file, folder), "utf8")) as Sample;
  const name = file.replace(/\.json$/, "");
  return { ...fields, name, api: name.slice(0, name.indexOf("/")) };
}
