import { Converter } from "@apiture/openapi-down-convert";
import type { Document } from "./bundle.ts";

/** The OpenAPI 3.0.3 form of a bundled 3.1 description, for generators that read nothing newer. Leaves its input alone. */
export function downConvert(document: Document): Document {
  // In 3.0 nothing may stand beside `$ref`; `allOf` keeps what does.
  return new Converter(structuredClone(document), { allOfTransform: true }).convert() as Document;
}
