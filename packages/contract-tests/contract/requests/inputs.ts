import fc from "fast-check";
import { arbitraryOf, resolveSchema } from "../arbitrary/arbitrary-of.ts";
import type { Json, Schema } from "../arbitrary/schema.ts";
import type { Document, Operation } from "../support/descriptions.ts";

export type Input = Readonly<Record<string, Json | undefined>>;

/** One field of a method's input, and where it travels. */
export interface InputField {
  readonly name: string;
  readonly in: "path" | "query" | "body";
  readonly required: boolean;
  readonly schema: Schema;
  readonly example?: Json | undefined;
}

/** The fields of an operation's input: its parameters, and the properties of its body. */
export function fieldsOf({ parameters, body }: Operation, document: Document): InputField[] {
  const { properties = {}, required = [] } = body === undefined ? {} : resolveSchema(body.schema, document);
  return [
    ...parameters.map((parameter) => ({
      name: parameter.name,
      in: parameter.in as "path" | "query",
      required: parameter.required === true,
      schema: parameter.schema,
      example: parameter.example,
    })),
    ...Object.entries(properties).map(([name, schema]) => ({
      name,
      in: "body" as const,
      required: required.includes(name),
      schema,
    })),
  ];
}

/** Ranges that the service takes: shorter than 7 days, or open on one side, on days that exist. */
const xoDates = fc
  .tuple(
    fc.date({ min: new Date("2000-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }),
    fc.integer({ min: 0, max: 7 * 86_400_000 - 1 }),
    fc.constantFrom("both", "from", "to"),
  )
  .map(([from, lengthMs, which]): Input => {
    const dateFrom = from.toISOString();
    const dateTo = new Date(from.getTime() + lengthMs).toISOString();
    return { ...(which !== "to" && { dateFrom }), ...(which !== "from" && { dateTo }) };
  });

/** Fields whose values have to agree with each other, which no schema can say. */
const agreeing: Readonly<Record<string, fc.Arbitrary<Input>>> = {
  getBotSessions: xoDates,
  getAccountSessions: xoDates,
};

/** Inputs that the types of an operation's method admit: what is optional is there, absent, or `undefined`. */
export function inputsOf(operation: Operation, document: Document): fc.Arbitrary<Input> {
  const fields = fieldsOf(operation, document);
  const models = Object.fromEntries(fields.map((field) => [field.name, valueOf(field, document)]));
  const requiredKeys = fields.filter(({ required }) => required).map(({ name }) => name);
  const any = fc.record(models, { requiredKeys }) as fc.Arbitrary<Input>;
  const agreed = agreeing[operation.id];
  if (agreed === undefined) return any;
  return fc.tuple(any, agreed, fc.boolean()).map(([input, { dateFrom, dateTo }, dated]) => ({
    ...input,
    dateFrom: dated ? dateFrom : undefined,
    dateTo: dated ? dateTo : undefined,
  }));
}

function valueOf(
  { in: place, required, schema, example }: InputField,
  document: Document,
): fc.Arbitrary<Json | undefined> {
  const any = arbitraryOf(schema, document);
  // A segment of dots is refused: no URL can carry it.
  const values = place === "path" ? any.filter((value) => value !== "." && value !== "..") : any;
  const known = example === undefined ? values : fc.oneof(fc.constant(example), values);
  return required ? known : fc.option(known, { nil: undefined, freq: 8 });
}
