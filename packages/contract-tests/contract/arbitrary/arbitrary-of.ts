import fc from "fast-check";
import { refuseUnknownKeywords, type Json, type Schema } from "./schema.ts";
import { textOf } from "./text.ts";

/** A bundled description, as far as schemas refer into it. */
export interface SchemaHome {
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/**
 * Values that obey a schema, for fast-check, which shrinks them. They keep to nothing that the schema leaves open: optional
 * properties come and go, numbers and lengths go to their bounds, an open set has unknown values and an open object fields
 * that no description knows.
 *
 * @throws {TypeError} for a schema that says more than is understood here, naming the keyword.
 */
export function arbitraryOf(schema: Schema, home: SchemaHome): fc.Arbitrary<Json> {
  return draw(schema, { home, names: knownNames(home), trail: [] });
}

/** The schema that a reference leads to in the end. */
export function resolveSchema(schema: Schema, home: SchemaHome): Schema {
  if (schema.$ref === undefined) return schema;
  const name = schema.$ref.replace("#/components/schemas/", "");
  const found = home.components.schemas[name];
  if (found === undefined) throw new TypeError(`${schema.$ref} leads nowhere`);
  return resolveSchema(found, home);
}

interface Context {
  readonly home: SchemaHome;
  /** Names of properties, anywhere in the description: a field with one of them would not be unknown. */
  readonly names: ReadonlySet<string>;
  /** The references that led here. */
  readonly trail: readonly string[];
}

function draw(schema: Schema, context: Context): fc.Arbitrary<Json> {
  refuseUnknownKeywords(schema);
  const { $ref, anyOf, type, const: only, enum: values } = schema;
  if ($ref !== undefined) {
    if (context.trail.includes($ref)) throw new TypeError(`No values are drawn for ${$ref}, which holds itself`);
    return draw(resolveSchema({ $ref }, context.home), { ...context, trail: [...context.trail, $ref] });
  }
  if (anyOf !== undefined) return fc.oneof(...anyOf.map((arm) => drawArm(arm, anyOf, context)));
  if (type === undefined && only !== undefined) return fc.constant(only);
  if (type === undefined && values !== undefined) return fc.constantFrom(...values);
  const types = type === undefined ? [] : typeof type === "string" ? [type] : type;
  if (types.length === 0) return anyJson;
  return fc.oneof(...types.map((one) => drawType(one, schema, context)));
}

/** An open arm stands for all that the other arms do not name. */
function drawArm(arm: Schema, arms: readonly Schema[], context: Context): fc.Arbitrary<Json> {
  const values = draw(arm, context);
  const { "x-open-arm": property } = resolveSchema(arm, context.home);
  if (property === undefined) return values;
  const named = new Set(arms.map((other) => resolveSchema(other, context.home).properties?.[property]?.const));
  return values.filter((value) => {
    const name = (value as Readonly<Record<string, Json>>)[property];
    return name === undefined || !named.has(name);
  });
}

function drawType(type: string, schema: Schema, context: Context): fc.Arbitrary<Json> {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return integerOf(schema);
    case "string":
      return textOf(schema);
    case "array":
      return arrayOf(schema, context);
    case "object":
      return objectOf(schema, context);
    default:
      throw new TypeError(`No values are drawn for the type "${type}"`);
  }
}

const anyJson = fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>;
const int32 = 2 ** 31;

function integerOf({ minimum, maximum, format }: Schema): fc.Arbitrary<number> {
  if (format !== undefined && format !== "int32") throw new TypeError(`No values are drawn for the format "${format}"`);
  const widest = format === "int32" ? { min: -int32, max: int32 - 1 } : minMaxSafe;
  const min = Math.max(minimum ?? widest.min, widest.min);
  const max = Math.min(maximum ?? widest.max, widest.max);
  return fc.oneof(
    fc.constantFrom(min, max),
    fc.integer({ min, max }),
    fc.integer({ min, max: Math.min(max, min + 9) }),
  );
}

const minMaxSafe = { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER };

function arrayOf({ items = {}, minItems = 0, maxItems }: Schema, context: Context): fc.Arbitrary<Json> {
  const item = draw(items, context);
  const few = fc.array(item, { minLength: minItems, maxLength: Math.min(maxItems ?? Infinity, minItems + 4) });
  if (maxItems === undefined) return few;
  const full = fc.array(item, { minLength: maxItems, maxLength: maxItems, size: "max" });
  return fc.oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: full });
}

function objectOf(schema: Schema, context: Context): fc.Arbitrary<Json> {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const models = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, draw(inner, context)]));
  const known = fc.record(models, { requiredKeys: [...required] });
  if (!additionalProperties) return known;
  const extra = fc.oneof(
    { withCrossShrink: true },
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: extraFields(context) },
  );
  return fc.tuple(known, extra).map(([fields, extra]) => Object.fromEntries([...Object.entries(fields), ...extra]));
}

/** Names that have a meaning to JavaScript or in a JSON pointer, and any others. */
const strangeNames = ["__proto__", "constructor", "toString", "then", "", "a/b", "~1"];

function extraFields({ names }: Context): fc.Arbitrary<[string, Json][]> {
  const name = fc.oneof(fc.constantFrom(...strangeNames), fc.string()).filter((drawn) => !names.has(drawn));
  return fc.uniqueArray(fc.tuple(name, anyJson), { selector: ([drawn]) => drawn, minLength: 1, maxLength: 3 });
}

const namesByHome = new WeakMap<SchemaHome, ReadonlySet<string>>();

function knownNames(home: SchemaHome): ReadonlySet<string> {
  const known = namesByHome.get(home) ?? new Set(Object.values(home.components.schemas).flatMap(namesIn));
  namesByHome.set(home, known);
  return known;
}

function namesIn({ properties = {}, items, anyOf = [] }: Schema): string[] {
  const inner = [...Object.values(properties), ...(items ? [items] : []), ...anyOf];
  return [...Object.keys(properties), ...inner.flatMap(namesIn)];
}
