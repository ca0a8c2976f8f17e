import { bundle } from "./compile/bundle.js";
import { readDescription } from "./read/read-description.js";
import { writeChecks } from "./compile/standalone.js";

export { MissingEsbuildError } from "./compile/missing-esbuild-error.js";
export { DescriptionError } from "./read/description-error.js";

/**
 * Compiles a bundled OpenAPI 3.1 document to the source of an ES module whose default export is a
 * `CompiledDescription`. The module imports nothing and works where `eval` is forbidden; the same document always gives
 * the same text. For Node, with esbuild installed.
 *
 * @throws DescriptionError when the document is not OpenAPI 3.1, refers to something that does not exist, or has a
 *   schema that is none.
 * @throws MissingEsbuildError when esbuild is not installed.
 */
export async function compileDescription(document: object): Promise<string> {
  const { data, schemas } = readDescription(document);
  const title = `${data.title} ${data.version}`.replaceAll(/\s+/g, " ").trim();
  return bundle({
    checks: writeChecks(schemas),
    checkCount: schemas.checks.length,
    data,
    banner: `// Checks for ${title}, written by "contract compile". Do not edit.`,
  });
}
