import { emitErrors } from "../../../../../scripts/src/generate/emit-errors.ts";
import { emitOperations } from "../../../../../scripts/src/generate/emit-operations.ts";
import { emitTypes } from "../../../../../scripts/src/generate/emit-types.ts";
import type { OpenApi } from "../../../../../scripts/src/generate/document.ts";
import { Locator } from "../../../../../scripts/src/generate/locate.ts";
import { DescriptionError, Problems } from "../../../../../scripts/src/generate/problems.ts";
import { addedSchemas } from "../../../../../scripts/src/generate/public-schemas.ts";
import { readApi } from "../../../../../scripts/src/generate/read-api.ts";
import { compileSchemas } from "../../../../../scripts/src/generate/schema-types.ts";
import { repository } from "../../../../../scripts/src/specs/apis.ts";

/** What would be generated from a document, as one text; `undefined` where the generator refuses it. */
export async function generatedFrom(api: string, document: object): Promise<string | undefined> {
  const description = `specs/${api}/openapi.yaml`;
  try {
    const model = readApi(api, document as OpenApi, new Problems(new Locator(repository + description, description)));
    const compiled = await compileSchemas({ ...model.schemas, ...addedSchemas(model) });
    const emitted = [emitTypes(model, compiled), emitErrors(model, compiled), emitOperations(model)];
    return emitted.map(({ text }) => text).join("\n");
  } catch (error) {
    if (error instanceof DescriptionError) return undefined;
    throw error;
  }
}
