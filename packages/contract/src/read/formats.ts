import { fullFormats } from "ajv-formats/dist/formats.js";

/** Whether a text has a format. */
export type FormatCheck = (text: string) => boolean;

/** What a format of numbers asks for, in keywords that every validator knows. */
type NumberLimits = { readonly multipleOf?: number; readonly minimum: number; readonly maximum: number };

/** The formats of OpenAPI for numbers. A limit of 64 bits is the nearest number that JavaScript can tell. */
const NUMBER_FORMATS: Readonly<Record<string, NumberLimits>> = {
  int32: { multipleOf: 1, minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  int64: { multipleOf: 1, minimum: -(2 ** 63), maximum: 2 ** 63 },
};

/** The formats of text that are checked: those of ajv-formats. */
export const TEXT_FORMATS: ReadonlyMap<string, FormatCheck> = new Map(
  Object.entries(fullFormats).flatMap(([name, format]) => {
    const check = checkOf(format);
    return check === undefined ? [] : [[name, check] as const];
  }),
);

export function numberLimits(format: unknown, type: unknown): NumberLimits | undefined {
  const limits =
    typeof format === "string" && Object.hasOwn(NUMBER_FORMATS, format) ? NUMBER_FORMATS[format] : undefined;
  if (limits === undefined || type !== "integer") return limits;
  // The type says already that the number is whole.
  const { minimum, maximum } = limits;
  return { minimum, maximum };
}

function checkOf(format: unknown): FormatCheck | undefined {
  if (format instanceof RegExp) return (text) => format.test(text);
  if (typeof format === "function") return format as FormatCheck;
  if (typeof format !== "object" || format === null || "type" in format) return undefined;
  return "validate" in format ? checkOf(format.validate) : undefined;
}
