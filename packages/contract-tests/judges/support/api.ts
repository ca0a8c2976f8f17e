import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The APIs that the judges look at. */
export const apiNames = ["foundry-aip-agents", "kore-agent-platform", "kore-xo"] as const;
export type ApiName = (typeof apiNames)[number];

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Whether a request changes nothing, by the description. */
  readonly reads: boolean;
}

/** A description as published, and what its text says. */
export interface Api {
  readonly name: ApiName;
  /** The bundled OpenAPI 3.1 document. */
  readonly file: string;
  readonly basePath: string;
  readonly operations: readonly Operation[];
}

interface Document {
  readonly servers: readonly [{ readonly url: string }];
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

export function loadApi(name: ApiName): Api {
  const file = fileURLToPath(import.meta.resolve(`@org/specs/${name}`));
  const document = JSON.parse(readFileSync(file, "utf8")) as Document;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) => readOperation(method, path, operation)),
  );
  // The server's variables stand in its host name only.
  const basePath = document.servers[0].url.replace(/^https:\/\/[^/]+/, "");
  return { name, file, basePath, operations };
}

function readOperation(method: string, path: string, value: unknown): Operation[] {
  const { operationId: id, ["x-retry"]: retry } = value as {
    readonly operationId?: string;
    readonly "x-retry"?: { readonly safety: string };
  };
  return id === undefined ? [] : [{ id, method: method.toUpperCase(), path, reads: retry?.safety === "safe" }];
}

/** The operation that a request to a path below the base path is for. */
export function operationAt({ operations }: Api, method: string, path: string): Operation | undefined {
  const parts = path.split("/");
  return operations.find((operation) => {
    const template = operation.path.split("/");
    return (
      operation.method === method.toUpperCase() &&
      template.length === parts.length &&
      template.every((part, index) => part === parts[index] || /^\{.*\}$/.test(part))
    );
  });
}
