import { readFileSync } from "node:fs";
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

const unseen = new Set(["script", "style", "template", "details", "svg"]);

/** What a reader sees of a built page without a click: the text of its main part, spaces made single. */
export function plainSight(file: string): string {
  const main = find(parse(readFileSync(file, "utf8")), "main");
  return main ? textOf(main).replaceAll(/\s+/g, " ").trim() : "";
}

function find(node: Node, name: string): Node | undefined {
  if (node.nodeName === name) return node;
  for (const child of "childNodes" in node ? node.childNodes : []) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (unseen.has(node.nodeName) || ("attrs" in node && node.attrs.some(({ name }) => name === "hidden"))) return "";
  const block = /^(p|li|td|th|tr|h\d|pre|div|section|aside)$/.test(node.nodeName) ? " " : "";
  return block + ("childNodes" in node ? node.childNodes : []).map(textOf).join("") + block;
}
