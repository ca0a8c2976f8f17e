// What a request or an answer of an operation is made of, read from either version of a description.

/** One place in a message that has a schema. */
export interface Part {
  /** `body`, `query pageSize`, `header Retry-After` ... */
  readonly name: string;
  readonly required: boolean;
  /** JSON pointer to the schema, past all references to parameters, bodies and responses. */
  readonly pointer: string;
}

/** The form of one kind of message: the request of an operation, or its answer with one status. */
export interface Form {
  /** `createSession request`, `createSession 404` */
  readonly name: string;
  readonly parts: readonly Part[];
}

export type Node = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && !Array.isArray(value);

interface Place {
  readonly node: Node;
  readonly pointer: string;
}

const methods = new Set(["get", "post", "put", "patch", "delete"]);
const escape = (key: string): string => key.replaceAll("~", "~0").replaceAll("/", "~1");

export function formsOf(document: Node): Form[] {
  const root = { node: document, pointer: "" };
  return children(child(root, "paths")).flatMap(([, path]) =>
    children(path)
      .filter(([method]) => methods.has(method))
      .flatMap(([, operation]) => formsOfOperation(document, path, operation)),
  );
}

function formsOfOperation(document: Node, path: Place, operation: Place): Form[] {
  const id = String(operation.node["operationId"]);
  const parameters = [path, operation]
    .flatMap((place) => children(child(place, "parameters")))
    .map(([, place]) => follow(document, place))
    .map((place) => ({
      name: `${String(place.node["in"])} ${String(place.node["name"])}`,
      required: place.node["required"] === true,
      pointer: `${place.pointer}/schema`,
    }));
  const body = child(operation, "requestBody");
  const request = [...parameters, ...bodyOf(document, body, body.node["required"] === true)];
  const answers = children(child(operation, "responses")).map(([status, place]) => {
    const response = follow(document, place);
    const headers = children(child(response, "headers")).map(([name, header]) => {
      const { node, pointer } = follow(document, header);
      return { name: `header ${name}`, required: node["required"] === true, pointer: `${pointer}/schema` };
    });
    return { name: `${id} ${status}`, parts: [...headers, ...bodyOf(document, response, "content" in response.node)] };
  });
  return [{ name: `${id} request`, parts: request }, ...answers];
}

function bodyOf(document: Node, place: Place, required: boolean): Part[] {
  const content = child(follow(document, place), "content");
  return children(content).map(([, media]) => ({ name: "body", required, pointer: `${media.pointer}/schema` }));
}

function child({ node, pointer }: Place, key: string): Place {
  const value = node[key];
  return { node: isNode(value) || Array.isArray(value) ? (value as Node) : {}, pointer: `${pointer}/${escape(key)}` };
}

function children(place: Place): [string, Place][] {
  return Object.keys(place.node).map((key) => [key, child(place, key)]);
}

/** References between parameters, headers, bodies and responses; those in schemas are the validators' work. */
function follow(document: Node, place: Place): Place {
  const reference = place.node["$ref"];
  if (typeof reference !== "string") return place;
  let target: Place = { node: document, pointer: "" };
  for (const key of reference.slice(2).split("/"))
    target = child(target, key.replaceAll("~1", "/").replaceAll("~0", "~"));
  return follow(document, target);
}
