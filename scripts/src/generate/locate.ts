// Finds the line of a hand-written source file that a place in the description comes from.
import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from "yaml";

/** A place in the description, as keys from its root: `["paths", "/sessions", "post"]`. References need no key of their own. */
export type Trail = readonly string[];

interface Source {
  readonly file: string;
  readonly lines: LineCounter;
  readonly document: Document;
}

interface Place {
  readonly source: Source;
  readonly line: number;
  readonly node: Node | null;
}

/** Reads a description by its source files. */
export class Locator {
  readonly #root: string;
  readonly #name: string;
  readonly #sources = new Map<string, Source>();

  /**
   * @param root path of the root file
   * @param name how messages name the root file
   */
  constructor(root: string, name: string) {
    this.#root = root;
    this.#name = name;
  }

  /** `file:line` of a place, or of the nearest place above it that exists. */
  locate(trail: Trail): string {
    const { source, line } = this.#walk(this.#top(this.#root), trail).place;
    return `${join(dirname(this.#name), relative(dirname(this.#root), source.file))}:${line}`;
  }

  #walk(start: Place, trail: Trail): { readonly place: Place; readonly complete: boolean } {
    let place = start;
    for (const key of trail) {
      const next = child(this.#follow(place), key);
      if (next === undefined) return { place, complete: false };
      place = next;
    }
    return { place, complete: true };
  }

  /** Steps from a reference to what it names. */
  #follow(place: Place): Place {
    const { node, source } = place;
    const reference: unknown = isMap(node) ? node.get("$ref") : undefined;
    if (typeof reference !== "string") return place;
    const [file = "", pointer = ""] = reference.split("#");
    const keys = pointer.split("/").slice(1);
    const { place: target, complete } = this.#walk(
      this.#top(file === "" ? source.file : join(dirname(source.file), file)),
      keys.map((key) => decodeURIComponent(key).replaceAll("~1", "/").replaceAll("~0", "~")),
    );
    return complete ? this.#follow(target) : place;
  }

  #top(file: string): Place {
    const source = this.#sources.get(file) ?? read(file);
    this.#sources.set(file, source);
    return { source, line: 1, node: source.document.contents };
  }
}

function read(file: string): Source {
  const lines = new LineCounter();
  return { file, lines, document: parseDocument(readFileSync(file, "utf8"), { lineCounter: lines }) };
}

function child({ source, node: parent }: Place, key: string): Place | undefined {
  const found = find(parent, key);
  if (found === undefined) return undefined;
  const [marker, value] = found;
  const node = isAlias(value) ? (value.resolve(source.document) ?? null) : value;
  return { source, node, line: source.lines.linePos(marker.range?.[0] ?? 0).line };
}

/** The node that marks where an entry begins, and the entry's value. */
function find(parent: Node | null, key: string): readonly [Node, Node | null] | undefined {
  if (isMap<Node, Node | null>(parent)) {
    const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
    return pair && [pair.key, pair.value];
  }
  const item = isSeq<Node>(parent) ? parent.items[Number(key)] : undefined;
  return item && [item, item];
}
