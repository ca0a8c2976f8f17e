import { ConfigurationError } from "@org/runtime";

/** Engines read more as dates than is meant as one: to some, "1" is a day in 2001. */
const isoDate = /^\d{4}-\d\d-\d\d/;

/** Refuses a range that is inverted. Bounds in an unknown format pass: the vendor documents none. */
export function checkDates({ date }: Readonly<Record<string, unknown>>): void {
  const { start = "", end = "" } = (date ?? {}) as { start?: string; end?: string };
  if (!isoDate.test(start) || !isoDate.test(end)) return;
  if (Date.parse(start) > Date.parse(end))
    throw new ConfigurationError("input.date.end", "must not be before input.date.start");
}
