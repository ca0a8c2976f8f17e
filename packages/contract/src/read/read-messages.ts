import type {
  CompiledBody,
  CompiledHeader,
  CompiledMedia,
  CompiledParameter,
  CompiledResponse,
  ParameterStyle,
  TextForm,
} from "../description.js";
import { essenceOf } from "../media-type.js";
import { pointerTo } from "../pointer.js";
import type { HiddenCollector } from "./hidden-collector.js";
import { DescriptionError } from "./description-error.js";
import { arrayOrEmpty, isObject, type JsonObject } from "./json.js";
import { members, type Located, type References } from "./references.js";
import type { SchemaCollector } from "./schema-collector.js";
import type { SchemaFacts } from "./schema-facts.js";

export interface MessageReader {
  parameters(path: string, item: Located<JsonObject>, operation: Located<JsonObject>): readonly CompiledParameter[];
  requestBody(value: unknown, place: string): CompiledBody | undefined;
  responses(value: unknown, place: string): readonly CompiledResponse[];
}

export interface MessageReaderInput {
  readonly references: References;
  readonly facts: SchemaFacts;
  readonly schemas: SchemaCollector;
  readonly hidden: HiddenCollector;
}

/** OpenAPI gives these headers other homes: security, the media type, the accepted responses. */
const NOT_PARAMETERS = new Set(["accept", "content-type", "authorization"]);

export function createMessageReader({ references, facts, schemas, hidden }: MessageReaderInput): MessageReader {
  /** The check of a schema, and what of its values is not to be shown. */
  const checked = (schema: unknown, place: string): Pick<CompiledHeader, "check" | "hidden"> => {
    const marked = hidden.collect(schema, place);
    return { check: schemas.check(schema, place), ...(marked === undefined ? {} : { hidden: marked }) };
  };

  const content = (value: unknown, place: string): readonly CompiledMedia[] =>
    members(value, place).map((member) => {
      const media = references.object(member.value, member.place);
      const type = essenceOf(member.name);
      const { schema } = media.value;
      const at = media.place;
      return schema === undefined ? { type, at } : { type, at, ...checked(schema, `${at}/schema`) };
    });

  /** What a parameter and a header have in common. */
  const textual = (
    { value, place }: Located<JsonObject>,
    style: string,
    where: string,
  ): Omit<CompiledHeader, "name" | "required"> => {
    const [media] = members(value["content"], `${place}/content`);
    if (media !== undefined) {
      const { schema = true } = references.object(media.value, media.place).value;
      return {
        at: place,
        ...checked(schema, `${media.place}/schema`),
        form: { style: "json", explode: false, types: [] },
      };
    }
    const schema = value["schema"] ?? true;
    const at = `${place}/schema`;
    const items = facts.itemTypes(schema, at);
    const properties = facts.propertyTypes(schema, at);
    const form: TextForm = {
      style: styleOf(style, where, place),
      explode: typeof value["explode"] === "boolean" ? value["explode"] : style === "form",
      types: facts.types(schema, at),
      ...(items === undefined ? {} : { items }),
      ...(properties === undefined ? {} : { properties }),
    };
    return { at: place, ...checked(schema, at), form };
  };

  const readHeader = (name: string, located: Located<JsonObject>): CompiledHeader => {
    const required = located.value["required"] === true;
    return { name, required, ...textual(located, "simple", "header") };
  };

  const readParameter = (value: unknown, at: string): CompiledParameter => {
    const located = references.object(value, at);
    const { name, in: where, required, style, allowEmptyValue } = located.value;
    if (
      typeof name !== "string" ||
      (where !== "path" && where !== "query" && where !== "header" && where !== "cookie")
    ) {
      throw new DescriptionError(located.place, "must have a name and be in path, query, header or cookie");
    }
    const usual = where === "query" || where === "cookie" ? "form" : "simple";
    return {
      name,
      in: where,
      required: required === true || where === "path",
      ...textual(located, typeof style === "string" ? style : usual, where),
      ...(where === "query" && allowEmptyValue === true ? { mayBeEmpty: true } : {}),
    };
  };

  return {
    parameters(path, item, operation) {
      const byName = new Map<string, CompiledParameter>();
      for (const { value, place } of [item, operation]) {
        for (const [index, entry] of arrayOrEmpty(value["parameters"]).entries()) {
          const read = readParameter(entry, pointerTo(`${place}/parameters`, index));
          byName.set(`${read.in} ${read.name}`, read);
        }
      }
      const described = [...byName.values()];
      refuseUndescribed(path, described, operation.place);
      return described.filter(({ in: where, name }) => where !== "header" || !NOT_PARAMETERS.has(name.toLowerCase()));
    },

    requestBody(value, at) {
      if (value === undefined) return undefined;
      const body = references.object(value, at);
      const required = body.value["required"] === true;
      return { at: body.place, required, content: content(body.value["content"], `${body.place}/content`) };
    },

    responses(value, at) {
      if (value !== undefined && !isObject(value)) throw new DescriptionError(at, "must be an object");
      const statuses = members(value, at).filter(({ name }) => !name.startsWith("x-"));
      return statuses.map(({ name, value: member, place }) => {
        if (!/^(?:[1-5](?:\d\d|XX)|default)$/.test(name)) {
          throw new DescriptionError(place, "must be a status code, a range such as 4XX, or default");
        }
        const response = references.object(member, place);
        const headers = members(response.value["headers"], `${response.place}/headers`)
          .filter((header) => header.name.toLowerCase() !== "content-type")
          .map((header) => readHeader(header.name, references.object(header.value, header.place)));
        const documented = content(response.value["content"], `${response.place}/content`);
        return { at: response.place, status: name, headers, content: documented };
      });
    },
  };
}

/** By the table of OpenAPI 3.1.1, 4.8.12.4. */
const STYLES: Readonly<Record<string, readonly ParameterStyle[]>> = {
  path: ["matrix", "label", "simple"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form"],
};

function styleOf(style: string, where: string, place: string): ParameterStyle {
  const known = STYLES[where]?.find((one) => one === style);
  if (known !== undefined) return known;
  const right = STYLES[where]?.join(", ");
  throw new DescriptionError(place, `has the style "${style}"; what is in ${where} can have ${right}`);
}

function refuseUndescribed(path: string, parameters: readonly CompiledParameter[], place: string): void {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name);
  const missing = names.find(
    (name) => !parameters.some((parameter) => parameter.in === "path" && parameter.name === name),
  );
  if (missing !== undefined) throw new DescriptionError(place, `does not describe the path parameter "${missing}"`);
}
