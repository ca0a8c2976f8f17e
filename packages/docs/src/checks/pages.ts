import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** What a built page offers and asks for. */
export interface BuiltPage {
  /** Path below the base: `guides/start/`. */
  readonly path: string;
  readonly ids: ReadonlySet<string>;
  /** Values of `href` and `src`. */
  readonly links: readonly string[];
  /** Those that a browser loads by itself: scripts, styles, pictures. */
  readonly resources: readonly string[];
}

/** Reads every page of a built site. */
export function readPages(folder: string): BuiltPage[] {
  return globSync("**/*.html", { cwd: folder }).map((file) => {
    const ids = new Set<string>();
    const links: string[] = [];
    const resources: string[] = [];
    visit(parse(readFileSync(join(folder, file), "utf8")), (element, { id, href, src, rel }) => {
      if (id !== undefined) ids.add(id);
      for (const link of [href, src]) if (link !== undefined) links.push(link);
      if (src !== undefined) resources.push(src);
      if (element === "link" && href !== undefined && /stylesheet|icon|preload/.test(rel ?? "")) resources.push(href);
    });
    return { path: file.replace(/(^|\/)index\.html$/, "$1"), ids, links, resources };
  });
}

function visit(node: Node, see: (element: string, attributes: Readonly<Record<string, string>>) => void): void {
  if ("attrs" in node) see(node.nodeName, Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])));
  for (const child of "childNodes" in node ? node.childNodes : []) visit(child, see);
}
