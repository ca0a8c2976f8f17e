import { _, type AnySchema, type CodeKeywordDefinition } from "ajv";
import { Ajv2020, type Plugin } from "ajv/dist/2020.js";
import standaloneModule from "ajv/dist/standalone/index.js";
import formatsModule, { type FormatsPluginOptions } from "ajv-formats";
import { DescriptionError } from "../read/description-error.js";
import type { CollectedSchemas } from "../read/schema-collector.js";
import { refTo, UNION_KEYWORD } from "../read/schema-keywords.js";

/** Their own complaint says all; those of the schemas inside them would only bury it. */
const SPEAK_ALONE = ["anyOf", "oneOf", "contains", "propertyNames"];

/** Writes an ES module with one exported function `c0`, `c1`, … for each check. It still calls `require`. */
export function writeChecks({ definitions, checks }: CollectedSchemas): string {
  const ajv = createAjv();
  for (const [name, schema] of definitions) {
    ajv.addSchema(schema as AnySchema, refTo(name), false, false);
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
  for (const keyword of SPEAK_ALONE) {
    const original = ajv.getKeyword(keyword) as CodeKeywordDefinition;
    ajv.removeKeyword(keyword);
    ajv.addKeyword(speakingAlone(original, keyword));
  }
  return ajv;
}

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
      original.code(context, ruleType);
    },
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
