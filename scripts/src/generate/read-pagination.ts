import { resolve, schemaName, type OpenApi, type Ref, type Schema } from "./document.ts";
import type { Pagination } from "./model.ts";
import type { OperationContext, PagedParts } from "./read-context.ts";
import { isOneOf } from "./read-extensions.ts";

interface Extension {
  readonly style?: unknown;
  readonly request?: { readonly in?: unknown; readonly name?: unknown };
  readonly size?: { readonly in?: unknown; readonly name?: unknown };
  readonly items?: unknown;
  readonly next?: unknown;
  readonly more?: unknown;
  readonly total?: unknown;
}

const styles = ["token", "offset", "skip"] as const;

/** The way from page to page, checked against the operation's input and answer. */
export function readPagination(context: OperationContext, { inputs, success }: PagedParts): Pagination | undefined {
  const { document, operation, problems, trail } = context;
  if (operation["x-pagination"] === undefined) return undefined;
  const extension = operation["x-pagination"] as Extension;
  const { style, request, size, items, next, more, total } = extension;
  const complain = (key: string, problem: string): void =>
    problems.add([...trail, "x-pagination", key], `x-pagination.${key}: ${problem}`);

  const checkInput = (key: string, { in: place, name }: NonNullable<Extension["request"]>): void => {
    const fields = inputs.filter((field) => field.in === place).map((field) => field.name);
    if (!fields.includes(String(name))) {
      complain(key, `the operation has no ${place} field "${name}"; it has ${fields.join(", ") || "none"}`);
    }
  };
  const checkAnswer = (key: string, path: unknown): Schema | Ref | undefined => {
    if (path === undefined || success === undefined) return undefined;
    const found = fieldAt(document, success.schema, String(path));
    if (typeof found !== "string") return found.schema;
    complain(key, found);
    return undefined;
  };

  if (!isOneOf(style, styles)) complain("style", `must be ${styles.join(", ")}`);
  if (request === undefined) complain("request", "is missing; name the field that carries the position");
  else checkInput("request", request);
  if (size !== undefined) checkInput("size", size);
  if (items === undefined) complain("items", "is missing; name the field that holds the rows");
  const needed = style === "token" ? "next" : "more";
  if (extension[needed] === undefined) complain(needed, `is missing; a listing by ${style} needs it to find its end`);
  const rows = checkAnswer("items", items);
  checkAnswer("next", next);
  checkAnswer("more", more);
  checkAnswer("total", total);

  const row = rows && resolve<Schema>(document, rows).items;
  const itemType = row && schemaName(row);
  if (rows !== undefined && itemType === undefined) {
    complain("items", `the rows of "${items}" have no schema with a name; put theirs into a file of its own`);
  }
  return {
    style: isOneOf(style, styles) ? style : "token",
    position: String(request?.name),
    items: String(items),
    itemType: itemType ?? "unknown",
    ...(next !== undefined && { next: String(next) }),
    ...(more !== undefined && { more: String(more) }),
    ...(total !== undefined && { total: String(total) }),
  };
}

/** The schema at a dot path, or what is wrong with the path. */
function fieldAt(document: OpenApi, answer: Schema | Ref, path: string): { readonly schema: Schema | Ref } | string {
  let schema = answer;
  let owner = "the answer";
  for (const name of path.split(".")) {
    const { properties = {} } = resolve<Schema>(document, schema);
    const next = properties[name];
    if (next === undefined) {
      return `${owner} has no field "${name}"; it has ${Object.keys(properties).join(", ") || "none"}`;
    }
    schema = next;
    owner = `"${name}"`;
  }
  return { schema };
}
