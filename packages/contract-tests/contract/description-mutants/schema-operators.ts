import type { Change, Node } from "./mutant.ts";

/** Ways to change a schema, by name. Each gives every change that it can make to the one it is shown. */
export const schemaOperators: Readonly<Record<string, (schema: Node) => readonly Change[]>> = {
  "drop a required field": (schema) =>
    list(schema["required"]).map((name) => [
      name,
      (copy) => (copy["required"] = list(copy["required"]).filter((other) => other !== name)),
    ]),
  "require an optional field": ({ properties, required }) =>
    Object.keys((properties ?? {}) as Node)
      .filter((name) => !list(required).includes(name))
      .map((name) => [name, (copy) => (copy["required"] = [...list(copy["required"]), name])]),
  "rename a property": ({ properties }) =>
    Object.keys((properties ?? {}) as Node).map((name) => [
      name,
      (copy) => {
        const inner = Object.entries(copy["properties"] as Node).map(([key, value]) => [
          key === name ? `${key}Renamed` : key,
          value,
        ]);
        copy["properties"] = Object.fromEntries(inner) as Node;
        if (copy["required"] === undefined) return;
        copy["required"] = list(copy["required"]).map((key) => (key === name ? `${key}Renamed` : key));
      },
    ]),
  "drop a property": ({ properties }) =>
    Object.keys((properties ?? {}) as Node).map((name) => [
      name,
      (copy) => {
        delete (copy["properties"] as Node)[name];
        if (copy["required"] !== undefined) copy["required"] = list(copy["required"]).filter((key) => key !== name);
      },
    ]),
  "change a type": ({ type }) =>
    typeof type !== "string" ? [] : [[`to ${otherType[type]}`, (copy) => (copy["type"] = otherType[type])]],
  "admit null": (schema) =>
    typeof schema["type"] !== "string" || saysItsValues(schema)
      ? []
      : [["", (copy) => (copy["type"] = [copy["type"], "null"])]],
  "refuse null": ({ type }) => (Array.isArray(type) ? [["", (copy) => (copy["type"] = type[0])]] : []),
  "drop a type": (schema) => (saysItsValues(schema) ? [] : drop(schema, "type")),
  "change a constant": ({ const: value }) =>
    value === undefined ? [] : [[String(value), (copy) => (copy["const"] = `${String(value)}_CHANGED`)]],
  "drop a constant": (schema) => drop(schema, "const"),
  "narrow an enum": ({ enum: values }) =>
    list(values).map((value) => [
      value,
      (copy) => (copy["enum"] = list(copy["enum"]).filter((other) => other !== value)),
    ]),
  "widen an enum": ({ enum: values }) =>
    values === undefined ? [] : [["", (copy) => (copy["enum"] = [...list(copy["enum"]), "other"])]],
  "open an enum": (schema) => drop(schema, "enum"),
  "close an open set": ({ "x-extensible-enum": values }) =>
    values === undefined
      ? []
      : [
          [
            "",
            (copy) => {
              copy["enum"] = values;
              delete copy["x-extensible-enum"];
            },
          ],
        ],
  "forget a known value": ({ "x-extensible-enum": values }) =>
    list(values).map((value) => [
      value,
      (copy) => (copy["x-extensible-enum"] = list(copy["x-extensible-enum"]).filter((other) => other !== value)),
    ]),
  "close an open object": ({ type, additionalProperties }) =>
    type !== "object" || additionalProperties === false ? [] : [["", (copy) => (copy["additionalProperties"] = false)]],
  "open a closed object": ({ additionalProperties }) =>
    additionalProperties === false ? [["", (copy) => (copy["additionalProperties"] = true)]] : [],
  "raise a lower bound": (schema) => shift(schema, lowerBounds, 1),
  "lower a lower bound": (schema) => shift(schema, lowerBounds, -1),
  "raise an upper bound": (schema) => shift(schema, upperBounds, 1),
  "lower an upper bound": (schema) => shift(schema, upperBounds, -1),
  "drop a bound": (schema) => [...lowerBounds, ...upperBounds].flatMap((keyword) => drop(schema, keyword)),
  "change a format": ({ format }) =>
    format === undefined ? [] : [[String(format), (copy) => (copy["format"] = otherFormat[String(format)] ?? "ipv4")]],
  "drop a format": (schema) => drop(schema, "format"),
  "change a pattern": ({ pattern }) => (pattern === undefined ? [] : [["", (copy) => (copy["pattern"] = "^changed$")]]),
  "drop a pattern": (schema) => drop(schema, "pattern"),
  "drop the schema of items": (schema) => drop(schema, "items"),
  "drop an arm of a union": ({ anyOf }) =>
    ((anyOf ?? []) as unknown[]).map((_, index) => [
      String(index),
      (copy) => (copy["anyOf"] = (copy["anyOf"] as unknown[]).filter((__, other) => other !== index)),
    ]),
  "let an open arm take what is named": (schema) => drop(schema, "x-open-arm"),
  "admit anything": (schema) =>
    Object.keys(schema).every((keyword) => keyword === "description")
      ? []
      : [
          [
            "",
            (copy) => {
              for (const keyword of Object.keys(copy)) if (keyword !== "description") delete copy[keyword];
            },
          ],
        ],
};

/** A type beside a constant or an enum says nothing that they do not say. */
const saysItsValues = (schema: Node): boolean => "const" in schema || "enum" in schema;

const lowerBounds = ["minimum", "minLength", "minItems"];
const upperBounds = ["maximum", "maxLength", "maxItems"];
const otherType: Readonly<Record<string, string>> = {
  string: "integer",
  integer: "string",
  boolean: "string",
  array: "object",
  object: "array",
};
const otherFormat: Readonly<Record<string, string>> = {
  "date-time": "date",
  uuid: "date-time",
  uri: "uuid",
  int32: "int64",
};

const list = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);

function drop(schema: Node, keyword: string): Change[] {
  return keyword in schema ? [[keyword, (copy) => delete copy[keyword]]] : [];
}

function shift(schema: Node, keywords: readonly string[], by: number): Change[] {
  return keywords
    .filter((keyword) => typeof schema[keyword] === "number" && (schema[keyword] + by >= 0 || keyword === "minimum"))
    .map((keyword) => [keyword, (copy) => (copy[keyword] = (copy[keyword] as number) + by)]);
}
