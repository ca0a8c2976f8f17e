import type { Document } from "../support/descriptions.ts";
import { isNode, nodeAt, type Node, type Path } from "./mutant.ts";

/** Where a document has something to change. */
export interface Sites {
  readonly schemas: readonly Path[];
  readonly parameters: readonly Path[];
  readonly headers: readonly Path[];
  readonly bodies: readonly Path[];
  /** Those with `content`: bodies and answers. */
  readonly contents: readonly Path[];
  readonly answers: readonly Path[];
  readonly pathItems: readonly Path[];
  readonly operations: readonly Path[];
  readonly securitySchemes: readonly Path[];
}

const methods = ["get", "put", "post", "delete", "patch"];

/** Finds every place once, where it is defined, not where it is referred to. */
export function sitesOf(document: Document): Sites {
  const components = document.components as unknown as Readonly<Record<string, Node | undefined>>;
  const named = (kind: string): Path[] => Object.keys(components[kind] ?? {}).map((name) => ["components", kind, name]);
  const pathItems = Object.keys(document.paths).map((path): Path => ["paths", path]);
  const operations = pathItems.flatMap((path) =>
    methods.filter((method) => method in nodeAt(document, path)).map((method): Path => [...path, method]),
  );
  const inline = (paths: readonly Path[], key: string): Path[] =>
    paths.flatMap((path) => {
      const inner = nodeAt(document, path)[key];
      return inner === undefined ? [] : Object.keys(inner as Node).map((name): Path => [...path, key, name]);
    });
  const own = (paths: readonly Path[]): Path[] => paths.filter((path) => !("$ref" in nodeAt(document, path)));
  const parameters = [...named("parameters"), ...own(inline([...pathItems, ...operations], "parameters"))];
  const answers = [...named("responses"), ...own(inline(operations, "responses"))];
  const headers = [...named("headers"), ...own(inline(answers, "headers"))];
  const bodies = operations
    .filter((path) => "requestBody" in nodeAt(document, path))
    .map((path): Path => [...path, "requestBody"]);
  const contents = [...bodies, ...answers].filter((path) => "content" in nodeAt(document, path));
  const roots = [
    ...named("schemas"),
    ...[...parameters, ...headers, ...inline(contents, "content")].map((path): Path => [...path, "schema"]),
  ];
  return {
    schemas: roots.flatMap((path) => schemasFrom(document, path)),
    parameters,
    headers,
    bodies,
    contents,
    answers,
    pathItems,
    operations,
    securitySchemes: named("securitySchemes"),
  };
}

/** A schema and all that stand inside it. */
function schemasFrom(document: Document, path: Path): Path[] {
  const schema = nodeAt(document, path);
  if (!isNode(schema)) return [];
  const { properties, items, anyOf } = schema;
  const inner: Path[] = [
    ...Object.keys((properties ?? {}) as Node).map((name): Path => [...path, "properties", name]),
    ...(items === undefined ? [] : [[...path, "items"]]),
    ...((anyOf ?? []) as unknown[]).map((_, index): Path => [...path, "anyOf", String(index)]),
  ];
  return [path, ...inner.flatMap((at) => schemasFrom(document, at))];
}
