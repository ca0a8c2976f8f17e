import fc from "fast-check";
import type { Schema } from "./schema.ts";

/** Strings that obey a schema, among them the shortest and the longest. Always well-formed Unicode. */
export function textOf(schema: Schema): fc.Arbitrary<string> {
  const { const: only, enum: values, "x-extensible-enum": known, pattern, format } = schema;
  if (only !== undefined) return fc.constant(only as string);
  if (values !== undefined) return fc.constantFrom(...(values as readonly string[]));
  if (pattern !== undefined) return patternText(schema, pattern);
  if (format !== undefined) return formatText(format);
  const any = anyText(schema);
  return known === undefined ? any : fc.oneof(fc.constantFrom(...known), any);
}

function anyText({ minLength = 0, maxLength }: Schema): fc.Arbitrary<string> {
  const bounds = { minLength, ...(maxLength !== undefined && { maxLength }) };
  // One of them draws what people write, the other every code point that text can hold.
  const texts = [
    fc.string({ unit: "grapheme-ascii", ...bounds }),
    fc.string({ unit: "binary", ...bounds }),
    fc.string({ unit: "grapheme-ascii", minLength, maxLength: minLength }),
    ...(maxLength === undefined
      ? []
      : [fc.string({ unit: "grapheme-ascii", minLength: maxLength, maxLength, size: "max" })]),
  ];
  return fc.oneof(...texts);
}

function patternText({ minLength, maxLength }: Schema, pattern: string): fc.Arbitrary<string> {
  if (minLength !== undefined || maxLength !== undefined) {
    throw new TypeError('No values are drawn for a schema with a length beside "pattern"');
  }
  return fc.stringMatching(new RegExp(pattern, "u"));
}

function formatText(format: string): fc.Arbitrary<string> {
  switch (format) {
    case "date-time":
      return dateTime;
    case "uuid":
      return fc.uuid();
    case "uri":
      return fc.webUrl({ withQueryParameters: true, withFragments: true });
    default:
      throw new TypeError(`No values are drawn for the format "${format}"`);
  }
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, "0");

/** RFC 3339, with up to nine fractional digits and any offset; leap days and the ends of the years included. */
const dateTime = fc
  .record({
    day: fc.oneof(
      fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T23:59:59Z"), noInvalidDate: true }),
      fc.constantFrom("2024-02-29T00:00:00Z", "2025-12-31T23:59:59Z", "9999-12-31T23:59:59Z").map((at) => new Date(at)),
    ),
    fraction: fc.oneof(
      fc.constant(""),
      fc.stringMatching(/^\d{1,9}$/).map((digits) => `.${digits}`),
    ),
    zone: fc.oneof(
      { weight: 4, arbitrary: fc.constant("Z") },
      {
        weight: 1,
        arbitrary: fc
          .tuple(fc.constantFrom("+", "-"), fc.nat(23), fc.nat(59))
          .map(([sign, hours, minutes]) => `${sign}${pad(hours, 2)}:${pad(minutes, 2)}`),
      },
    ),
  })
  .map(({ day, fraction, zone }) => day.toISOString().slice(0, 19) + fraction + zone);
