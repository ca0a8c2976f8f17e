import type { Contract, Deviation } from "@org/contract";
import type { Message } from "../facts/messages.ts";

/** What a description has to say of a message. A request that leads to another operation is one it does not allow. */
export function deviationsOf(contract: Contract, message: Message): readonly Pick<Deviation, "kind" | "place">[] {
  if ("response" in message) {
    const isKnown = contract.operations.some(({ id }) => id === message.operation);
    return isKnown ? contract.checkResponse(message.operation, message.response) : [elsewhere];
  }
  const match = contract.match(message.request.method, message.request.path);
  const found = contract.checkRequest(message.request);
  const leadsThere = match !== undefined && "operation" in match && match.operation.id === message.operation;
  return leadsThere ? found : [...found, elsewhere];
}

const elsewhere = { kind: "unknown-operation", place: "/request/path" } as const;

/** A message in short. */
export function shown(message: Message): string {
  const what =
    "response" in message
      ? `${message.response.status} ${JSON.stringify([...message.response.headers])} ${message.response.bodyText}`
      : `${message.request.method} ${message.request.path}?${message.request.query} ${message.request.bodyText}`;
  return `${message.operation} must ${message.allowed ? "allow" : "refuse"} ${what}`;
}
