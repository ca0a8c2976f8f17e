import { _, Name, type AnySchema, type CodeKeywordDefinition, type KeywordCxt } from "ajv";
import { Ajv2020, type Plugin } from "ajv/dist/2020.js";
import standaloneModule from "ajv/dist/standalone/index.js";
import formatsModule, { type FormatsPluginOptions } from "ajv-formats";
import { isMultipleOf } from "./multiple-of.js";
import { DescriptionError } from "../read/description-error.js";
import type { CollectedSchemas } from "../read/schema-collector.js";
import { refTo, UNION_KEYWORD } from "../read/schema-keywords.js";

/** Where the bundler finds `isMultipleOf`. */
export const MULTIPLE_OF_MODULE = "contract:multiple-of";

/** A property of this name is taken for the keyword, which is harmless. */
const UNEVALUATED = /"unevaluated(Properties|Items)":/;

/** The variable of the written code that counts complaints. */
const ERRORS = new Name("errors");

/** Their own complaint says all; those of the schemas inside them would only bury it. */
const SPEAK_ALONE = ["anyOf", "oneOf", "contains", "propertyNames"];

/** Writes an ES module with one exported function `c0`, `c1`, … for each check. It still calls `require`. */
export function writeChecks({ definitions, checks }: CollectedSchemas): string {
  const ajv = createAjv();
  // What is noted for these keywords costs each check time, and the code that ajv writes for the notes may throw.
  ajv.opts.unevaluated = UNEVALUATED.test(JSON.stringify([...definitions.values()]));
  for (const [name, schema] of definitions) {
    ajv.addSchema(ownSchema(schema), refTo(name), false, false);
    // The paths of its complaints begin with the definition's name, by which its place in the description is found.
    Object.assign(ajv.schemas[refTo(name)] ?? {}, { schemaPath: name });
  }
  const names = checks.map((name, index) => [`c${index}`, refTo(name)] as const);
  try {
    return (standaloneModule as unknown as StandaloneModule).default(ajv, Object.fromEntries(names));
  } catch (cause) {
    throw new DescriptionError("", `has a schema that cannot be compiled: ${(cause as Error).message}`);
  }
}

/** Ajv takes two schemas for one where they are the same value, and does not tell the path of one that is `false` alone. */
function ownSchema(schema: unknown): AnySchema {
  if (typeof schema === "boolean") return schema ? {} : { allOf: [false] };
  return { ...(schema as AnySchema & object) };
}

function withFormats(ajv: Ajv2020): Ajv2020 {
  (formatsModule as unknown as { readonly default: Plugin<FormatsPluginOptions> }).default(ajv);
  return ajv;
}

interface StandaloneModule {
  readonly default: (ajv: Ajv2020, refs: Readonly<Record<string, string>>) => string;
}

function createAjv(): Ajv2020 {
  const ajv = withFormats(
    new Ajv2020({
      allErrors: true,
      strict: false,
      // JSON knows no largest number: 1e400 is one, though JavaScript reads it as infinite.
      strictNumbers: false,
      // A property that every object inherits is not there.
      ownProperties: true,
      messages: false,
      logger: false,
      validateSchema: false,
      inlineRefs: false,
      code: { source: true, esm: true },
    }),
  );
  ajv.removeKeyword("multipleOf");
  ajv.addKeyword(MULTIPLE_OF);
  for (const keyword of SPEAK_ALONE) {
    const original = ajv.getKeyword(keyword) as CodeKeywordDefinition;
    ajv.removeKeyword(keyword);
    ajv.addKeyword(speakingAlone(original, keyword));
  }
  return ajv;
}

/** In place of ajv's own, which divides and so refuses 19.99 as a multiple of 0.01. */
const MULTIPLE_OF: CodeKeywordDefinition = {
  keyword: "multipleOf",
  type: "number",
  schemaType: "number",
  error: { message: "", params: ({ schemaCode }) => _`{multipleOf: ${schemaCode}}` },
  code(context) {
    const code = _`require(${MULTIPLE_OF_MODULE}).isMultipleOf`;
    const check = context.gen.scopeValue("func", { ref: isMultipleOf, code });
    context.fail(_`!${check}(${context.data}, ${context.schemaCode})`);
  },
};

function speakingAlone(original: CodeKeywordDefinition, keyword: string): CodeKeywordDefinition {
  const { error } = original;
  return {
    ...original,
    trackErrors: true,
    ...(error === undefined ? {} : { error: withUnion(error, keyword) }),
    code(context, ruleType) {
      const report = context.error.bind(context);
      context.error = (...args) => {
        context.reset();
        report(...args);
      };
      if (keyword === "propertyNames") forgetFromHere(context);
      original.code(context, ruleType);
    },
  };
}

/** A name that is wrong takes back what was said inside of it, and not what was said of the names before. */
function forgetFromHere(context: KeywordCxt): void {
  const subschema = context.subschema.bind(context);
  context.subschema = (...args) => {
    Object.assign(context, { errsCount: context.gen.const("_errs", ERRORS) });
    return subschema(...args);
  };
}

type ErrorDefinition = NonNullable<CodeKeywordDefinition["error"]>;

function withUnion(error: ErrorDefinition, keyword: string): ErrorDefinition {
  return {
    ...error,
    params: (context) => {
      const numbers = context.parentSchema?.[UNION_KEYWORD] as Record<string, number> | undefined;
      const union = numbers?.[keyword];
      if (union !== undefined) return _`{union: ${union}}`;
      return typeof error.params === "function" ? error.params(context) : (error.params ?? _`{}`);
    },
  };
}
