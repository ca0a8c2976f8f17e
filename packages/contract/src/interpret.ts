import type { CompiledDescription } from "./description.js";
import { interpretChecks } from "./interpret/checks.js";
import { readDescription } from "./read/read-description.js";

export { DescriptionError } from "./read/description-error.js";

/**
 * Makes a description usable at once, without a module written first: the result is for `createContract`, and judges as
 * the module of `compileDescription` does. Runs wherever `fetch` does, also where code from strings is forbidden; each
 * check takes longer than a compiled one.
 *
 * @param document a bundled OpenAPI 3.1 document. It is not changed, and must not be changed while it is in use.
 * @throws DescriptionError when the document is not OpenAPI 3.1, refers to something that does not exist, or has a
 *   schema that is none.
 */
export function interpretDescription(document: object): CompiledDescription {
  const { data, schemas } = readDescription(document);
  return { ...data, checks: interpretChecks(schemas) };
}
