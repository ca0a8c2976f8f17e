import type { Document } from "../support/descriptions.ts";

/** A description with one thing changed. */
export interface Mutant {
  readonly api: string;
  readonly operator: string;
  /** JSON pointer of what was changed, and how. */
  readonly place: string;
  /** What was changed, from the root. */
  readonly path: Path;
  /** Makes it anew: a thousand documents at a time would fill the memory. */
  readonly make: () => Document;
}

export type Node = Record<string, unknown>;

/** One way to change a node: a name, and what to do to a copy. */
export type Change = readonly [what: string, change: (node: Node) => void];

/** Steps from the root of a document. */
export type Path = readonly string[];

export const pointerOf = (path: Path): string =>
  path.map((step) => `/${step.replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

/** The document with one node changed. */
export function changed(document: Document, path: Path, change: (node: Node) => void): Document {
  const copy = structuredClone(document);
  change(nodeAt(copy, path));
  return copy;
}

export function nodeAt(document: Document, path: Path): Node {
  return path.reduce((node, step) => node[step] as Node, document as unknown as Node);
}

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Gives an entry another name, and leaves it at its place among the others. */
export function renameKey(node: Node, from: string, to: string): void {
  const entries = Object.entries(node);
  for (const [name] of entries) delete node[name];
  for (const [name, value] of entries) node[name === from ? to : name] = value;
}
