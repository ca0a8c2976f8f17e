// The client generator turns `x-pagination` into a pager that reads and writes these very fields, so each must exist.
import { type Context, isNode, isText, type Node, type Rule } from "./context.ts";
import { followProperty, type Found } from "./follow.ts";
import { fieldAt, jsonSchema, parametersOf } from "./schemas.ts";
import { checkShape, type Field, oneOf, optional, type Shape } from "./shape.ts";

const place: Field = { expected: "`{ in: query | body, name }`", holds: isNode };
const dotPath: Field = { expected: "the dot path of a field of the response", holds: isText };
const shape: Shape = {
  style: oneOf("token", "offset", "skip"),
  request: place,
  size: optional(place),
  items: dotPath,
  next: optional(dotPath),
  more: optional(dotPath),
  total: optional(dotPath),
};
const placeShape: Shape = { in: oneOf("query", "body"), name: { expected: "a name", holds: isText } };

interface Listing {
  readonly context: Context;
  readonly operation: Node;
  readonly pathItem: Node | undefined;
}

function requestFieldExists({ context, operation, pathItem }: Listing, where: Node): boolean {
  const name = String(where["name"]);
  if (where["in"] === "query") {
    return parametersOf(context, operation, pathItem).some((node) => node["in"] === "query" && node["name"] === name);
  }
  const body = followProperty(context, { node: operation, location: context.location }, "requestBody");
  const schema = body && jsonSchema(context, body);
  return schema !== undefined && fieldAt(context, schema, name.split(".")) !== undefined;
}

function responseField({ context, operation }: Listing, path: string): Found | undefined {
  const responses = followProperty(context, { node: operation, location: context.location }, "responses");
  for (const status of Object.keys(responses?.node ?? {}).filter((name) => name.startsWith("2"))) {
    const response = responses && followProperty(context, responses, status);
    const schema = response && jsonSchema(context, response);
    const field = schema && fieldAt(context, schema, path.split("."));
    if (field !== undefined) return field;
  }
  return undefined;
}

function checkFields(listing: Listing, pagination: Node): void {
  const { context } = listing;
  const report = (key: string, message: string): void =>
    context.report({ message, location: context.location.child(["x-pagination", key]) });

  for (const key of ["request", "size"]) {
    const where = pagination[key];
    if (!isNode(where) || !checkShape(context, ["x-pagination", key], where, placeShape)) continue;
    if (requestFieldExists(listing, where)) continue;
    const what = where["in"] === "body" ? "field of the request body" : "query parameter";
    report(
      key,
      `\`x-pagination.${key}\` names \`${String(where["name"])}\`, which is no ${what} of the operation; correct the name or describe it.`,
    );
  }
  for (const key of ["items", "next", "more", "total"]) {
    const path = pagination[key];
    if (!isText(path)) continue;
    const field = responseField(listing, path);
    if (field === undefined) {
      report(
        key,
        `\`x-pagination.${key}\` names \`${path}\`, which no successful response has; correct the path or describe the field.`,
      );
    } else if (key === "items" && field.node["type"] !== "array") {
      report(
        key,
        `\`x-pagination.items\` names \`${path}\`, which is not an array; name the array that holds the items.`,
      );
    }
  }
}

export const operationPagination: Rule = () => ({
  PathItem: {
    Operation(operation, context, parents) {
      const pagination = operation["x-pagination"];
      if (pagination === undefined) return;
      if (!checkShape(context, ["x-pagination"], pagination, shape) || !isNode(pagination)) return;
      const location = context.location.child(["x-pagination"]);
      if ((pagination["style"] === "token") !== (pagination["next"] !== undefined)) {
        const message =
          "`x-pagination.next` and `style: token` belong together: the field holds the token of the next page.";
        context.report({ message, location });
      }
      checkFields({ context, operation, pathItem: parents["PathItem"] }, pagination);
    },
  },
});
