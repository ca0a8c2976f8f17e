import { toInstant, type TimeInput } from "@org/runtime";

/** The first millisecond that is not before a time. XO knows milliseconds only. */
export function toMilliseconds(field: string, time: TimeInput): number {
  return Number((toInstant(field, time) + 999_999n) / 1_000_000n);
}
