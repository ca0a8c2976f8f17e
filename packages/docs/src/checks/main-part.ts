import { readFileSync } from "node:fs";
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

const unseen = new Set(["script", "style", "template", "details", "svg"]);
const blocks = /^(p|li|td|th|tr|h\d|pre|div|section|aside)$/;

/** What a reader sees in the main part of a built page without a click: its text, spaces made single. */
export function plainSight(file: string): string {
  return textOf(mainOf(file)).replaceAll(/\s+/g, " ").trim();
}

/** Where the main part of a built page leads, menus left out. */
export function linksIn(file: string): string[] {
  const links: string[] = [];
  const visit = (node: Node): void => {
    const href = "attrs" in node ? node.attrs.find(({ name }) => name === "href") : undefined;
    if (href) links.push(href.value);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(mainOf(file));
  return links;
}

function mainOf(file: string): Node {
  const queue: Node[] = [parse(readFileSync(file, "utf8"))];
  for (const node of queue) {
    if (node.nodeName === "main") return node;
    queue.push(...childrenOf(node));
  }
  throw new Error(`${file} has no main part`);
}

function textOf(node: Node): string {
  if (node.nodeName === "#text" && "value" in node) return node.value;
  if (unseen.has(node.nodeName) || ("attrs" in node && node.attrs.some(({ name }) => name === "hidden"))) return "";
  const space = blocks.test(node.nodeName) ? " " : "";
  return space + childrenOf(node).map(textOf).join("") + space;
}

const childrenOf = (node: Node): readonly Node[] => ("childNodes" in node ? node.childNodes : []);
