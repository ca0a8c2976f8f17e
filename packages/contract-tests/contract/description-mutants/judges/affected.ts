import type { Document } from "../../support/descriptions.ts";
import type { Message } from "../facts/messages.ts";
import { isNode, nodeAt, pointerOf, type Mutant, type Node } from "../mutant.ts";

/** Tells which messages a change can have a say in: the others are judged by what was not changed. */
export function affectedBy(document: Document): (mutant: Mutant, messages: readonly Message[]) => readonly Message[] {
  const parts = new Map(Object.keys(document.paths).flatMap((path) => partsOf(document, path)));
  return ({ path }, messages) => {
    const [where, kind = "", name] = path;
    if (where === undefined || kind === "securitySchemes") return messages;
    const changed = where === "paths" ? pointerOf([where, kind]) : pointerOf([where, kind, name ?? ""]);
    return messages.filter((message) => parts.get(partOf(message))?.has(changed));
  };
}

/** A request of an operation, or an answer of one status. An undocumented one is a matter of the operation itself. */
const partOf = (message: Message): string =>
  "request" in message ? message.operation : `${message.operation} ${message.response.status}`;

/** What each part of the operations of a path refers to, and the path itself. */
function partsOf(document: Document, path: string): (readonly [string, ReadonlySet<string>])[] {
  const item = nodeAt(document, ["paths", path]);
  return Object.values(item).flatMap((operation) => {
    if (!isNode(operation) || !("operationId" in operation)) return [];
    const { operationId, responses, ...request } = operation;
    const from = (value: unknown): ReadonlySet<string> => {
      const found = new Set([pointerOf(["paths", path])]);
      collect(value, document, found);
      return found;
    };
    const answers = Object.entries(responses as Node).map(
      ([status, answer]) => [`${String(operationId)} ${status}`, from(answer)] as const,
    );
    return [[String(operationId), from([item["parameters"], request])] as const, ...answers];
  });
}

function collect(value: unknown, document: Document, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collect(item, document, found);
  if (!isNode(value)) return;
  const { $ref, ...inner } = value;
  for (const each of Object.values(inner)) collect(each, document, found);
  if (typeof $ref !== "string" || found.has($ref.slice(1))) return;
  found.add($ref.slice(1));
  collect(nodeAt(document, $ref.slice(2).split("/")), document, found);
}
