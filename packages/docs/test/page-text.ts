import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, type DefaultTreeAdapterTypes } from "parse5";

type Node = DefaultTreeAdapterTypes.Node;

/** What stands on a page of a built site, with one space between words, as someone without JavaScript reads it. */
export function textOf(site: string, path: string): string {
  const parts: string[] = [];
  collect(parse(readFileSync(join(site, path, "index.html"), "utf8")), parts);
  return parts.join("").replaceAll(/\s+/g, " ");
}

const inline = new Set(["a", "b", "code", "em", "span", "strong"]);

function collect(node: Node, parts: string[]): void {
  if (["script", "style", "template"].includes(node.nodeName)) return;
  if (node.nodeName === "#text") parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
  for (const child of "childNodes" in node ? node.childNodes : []) collect(child, parts);
  if (!inline.has(node.nodeName)) parts.push(" ");
}
