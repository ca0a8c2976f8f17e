// Two judges of messages that share nothing but the question: ajv for the 3.1 document, Hyperjump, which implements the
// schema dialect of OpenAPI 3.0 itself, for the 3.0.3 document. Neither knows the converter.
import "@hyperjump/json-schema/formats";
import { setFormatHandler } from "@hyperjump/json-schema/experimental";
import {
  registerSchema,
  setShouldValidateFormat,
  setShouldValidateSchema,
  type Validator,
  validate,
} from "@hyperjump/json-schema/openapi-3-0";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { formsOf, type Node } from "./parts.ts";

/** The values of a message by the names of its parts. */
export interface Message {
  readonly form: string;
  readonly values: Readonly<Record<string, unknown>>;
}

export type Judge = (message: Message) => Promise<boolean>;
type IsValid = (pointer: string, value: unknown) => Promise<boolean>;

export function judge31(document: Node, id: string): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false, logger: false });
  formats.default(ajv);
  // Formats that say how a number is kept, not what it looks like.
  for (const name of ["int32", "int64", "float", "double"]) ajv.addFormat(name, true);
  ajv.addSchema({ ...document, $id: id });
  return judgeOf(document, async (pointer, value) => {
    const check = ajv.getSchema(`${id}#${encodeURI(pointer)}`);
    if (check === undefined) throw new Error(`no schema at ${pointer}`);
    return check(value) === true;
  });
}

export function judge30(document: Node, id: string): Judge {
  setShouldValidateFormat(true);
  // 3.0 leaves the list of formats open, and the judge's own list is that of its day.
  setFormatHandler("https://json-schema.org/keyword/draft-04/format", "uuid", "https://json-schema.org/format/uuid");
  // It takes `#/…` for no reference. Whether the document is valid is the lint's business.
  setShouldValidateSchema(false);
  registerSchema(document as never, id, "https://spec.openapis.org/oas/3.0/schema");
  const compiled = new Map<string, Promise<Validator>>();
  return judgeOf(document, async (pointer, value) => {
    const check = compiled.get(pointer) ?? validate(`${id}#${encodeURI(pointer)}`);
    compiled.set(pointer, check);
    return (await check)(value as never).valid;
  });
}

function judgeOf(document: Node, isValid: IsValid): Judge {
  const forms = new Map(formsOf(document).map((form) => [form.name, form]));
  return async ({ form: name, values }) => {
    const form = forms.get(name);
    if (form === undefined) return false;
    const names = new Set(form.parts.map((part) => part.name));
    if (Object.keys(values).some((key) => !names.has(key))) return false;
    for (const { name, required, pointer } of form.parts) {
      if (!(name in values)) {
        if (required) return false;
      } else if (!(await isValid(pointer, values[name]))) return false;
    }
    return true;
  };
}
