import { ConfigurationError } from "@org/runtime";

/** Refuses a range that is inverted. Bounds in an unknown format pass: the vendor documents none. */
export function checkDates({ date }: Readonly<Record<string, unknown>>): void {
  const { start, end } = (date ?? {}) as { start?: string; end?: string };
  const [from, to] = [Date.parse(start ?? ""), Date.parse(end ?? "")];
  if (from > to) throw new ConfigurationError("input.date.end", "must not be before input.date.start");
}
