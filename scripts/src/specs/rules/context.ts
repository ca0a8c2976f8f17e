// What the rules use of Redocly's plugin interface. The CLI is one bundle that publishes no types.

export type Node = Readonly<Record<string, unknown>>;

export interface Location {
  readonly source: { readonly absoluteRef: string };
  child(path: readonly (string | number)[]): Location;
  /** The same place, reported on its key instead of its value. */
  key(): Location;
}

export interface Resolved {
  readonly node?: unknown;
  readonly location?: Location;
}

export interface Context {
  readonly key: string | number;
  readonly location: Location;
  readonly type: { readonly name: string };
  report(problem: { readonly message: string; readonly location?: Location }): void;
  resolve(node: unknown, fromFile?: string): Resolved;
}

type Parents = Readonly<Record<string, Node>>;
export type Visit = (node: Node, context: Context, parents: Parents) => void;
export type Visitor = { readonly [nodeType: string]: Visit | Visitor };

/** Made anew for every description, so a rule may keep what it has seen in a closure. */
export type Rule = () => Visitor;

export const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
