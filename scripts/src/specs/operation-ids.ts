// The clients meet in one facade, and `redocly join` and several generators put all operations into one namespace.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Api, repository } from "./apis.ts";
import type { Document } from "./bundle.ts";
import type { Problem } from "./redocly.ts";

export function operationIds(document: Document): string[] {
  return Object.values(document.paths)
    .flatMap((pathItem) => Object.values(pathItem))
    .flatMap((operation) => {
      const id =
        typeof operation === "object" && operation !== null && "operationId" in operation && operation.operationId;
      return typeof id === "string" ? [id] : [];
    });
}

/** Where the sources of an API say `operationId: <id>`. */
function placeOf(api: Api, id: string): Omit<Problem, "rule" | "message"> {
  const folder = dirname(api.description);
  for (const name of readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".yaml")) continue;
    const lines = readFileSync(join(repository, folder, name), "utf8").split("\n");
    const index = lines.findIndex((line) => line.trim() === `operationId: ${id}`);
    if (index >= 0)
      return { file: join(folder, name), pointer: "", line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 };
  }
  return { file: api.description, pointer: "#/", line: 1, column: 1 };
}

/** Names every operationId that an earlier API has already. */
export function clashes(documents: readonly { readonly api: Api; readonly document: Document }[]): Problem[] {
  const owners = new Map<string, Api>();
  const problems: Problem[] = [];
  for (const { api, document } of documents) {
    for (const id of operationIds(document)) {
      const owner = owners.get(id);
      owners.set(id, owner ?? api);
      if (owner === undefined) continue;
      const message = `operationId \`${id}\` belongs to ${owner.name} already; it must be unique over all APIs.`;
      problems.push({ rule: "operation-id-unique-over-all", message, ...placeOf(api, id) });
    }
  }
  return problems;
}
