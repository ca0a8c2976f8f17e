import { ConfigurationError, toInstant } from "@org/runtime";

const sevenDaysNs = 7n * 24n * 60n * 60n * 1_000_000_000n;

/** Refuses what the service would: a range that is inverted, or 7 days or longer. */
export function checkSpan({ dateFrom, dateTo }: Readonly<Record<string, unknown>>): void {
  const [from, to] = (["dateFrom", "dateTo"] as const).map((name) => {
    const value = { dateFrom, dateTo }[name];
    return typeof value === "string" ? toInstant(`input.${name}`, value) : undefined;
  });
  if (from === undefined || to === undefined) return;
  if (from > to) throw new ConfigurationError("input.dateTo", "must not be before input.dateFrom");
  if (to - from >= sevenDaysNs) {
    throw new ConfigurationError(
      "input.dateTo",
      "must be less than 7 days after input.dateFrom: the service refuses more; listSessions takes a range of any length",
    );
  }
}
