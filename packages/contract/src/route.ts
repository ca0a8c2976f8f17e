import type { CompiledOperation } from "./description.js";

/** A path of the description that a request's path belongs to, with its operations by method. */
export interface Route {
  readonly operations: ReadonlyMap<string, CompiledOperation>;
  /** Values of the path parameters as they stand in the URL. */
  readonly encoded: Readonly<Record<string, string>>;
}

interface Segment {
  /** 0: literal, 1: literal and parameters, 2: parameter alone. The lower, the more specific. */
  readonly rank: 0 | 1 | 2;
  readonly pattern: RegExp;
  readonly names: readonly string[];
}

interface Template {
  readonly segments: readonly Segment[];
  readonly operations: Map<string, CompiledOperation>;
}

/** Finds the path template for a path. The more specific template wins, segment by segment from the left. */
export function createRouter(operations: readonly CompiledOperation[]): (path: string) => Route | undefined {
  const byPath = new Map<string, Template>();
  for (const operation of operations) {
    const path = operation.basePath + operation.path;
    const template = byPath.get(path) ?? { segments: path.split("/").slice(1).map(toSegment), operations: new Map() };
    template.operations.set(operation.method, operation);
    byPath.set(path, template);
  }
  const templates = [...byPath.values()].sort(bySpecificity);

  return (path) => {
    const given = path.split("/").slice(1);
    for (const { segments, operations: byMethod } of templates) {
      const encoded = segments.length === given.length ? matchSegments(segments, given) : undefined;
      if (encoded !== undefined) return { operations: byMethod, encoded };
    }
    return undefined;
  };
}

/** Decodes percent-encoded UTF-8; `undefined` where the text is not that. */
export function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function toSegment(template: string): Segment {
  const names: string[] = [];
  // Splitting by a group puts the parameters' names at the odd places.
  const source = template.split(/\{([^{}]+)\}/).map((part, index) => {
    if (index % 2 === 0) return (decode(part) ?? part).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    names.push(part);
    return "(.+?)";
  });
  const rank = names.length === 0 ? 0 : /^\{[^{}]+\}$/.test(template) ? 2 : 1;
  return { rank, names, pattern: new RegExp(`^${source.join("")}$`, "s") };
}

function matchSegments(segments: readonly Segment[], given: readonly string[]): Record<string, string> | undefined {
  const encoded: Record<string, string> = {};
  for (const [index, { rank, pattern, names }] of segments.entries()) {
    const text = given[index] ?? "";
    // An escaped literal is the same path (RFC 3986, 6.2.2.2); parameters stay as they are until they are read.
    const found = pattern.exec(rank === 0 ? (decode(text) ?? text) : text);
    if (found === null) return undefined;
    for (const [position, name] of names.entries()) encoded[name] = found[position + 1] ?? "";
  }
  return encoded;
}

function bySpecificity(left: Template, right: Template): number {
  for (const [index, segment] of left.segments.entries()) {
    const difference = segment.rank - (right.segments[index]?.rank ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
