import { DAY_MS, isWithin, parseTime, type WrittenTime } from "../iso-time.js";
import { refuse } from "./errors.js";
import type { AgentPlatformSettings } from "./options.js";

export interface DateRange {
  readonly start: string;
  readonly end: string;
}

/** Makes the test whether a session was created in the range. The vendor says neither what the format is nor the edges. */
export function createdWithin(
  { start, end }: DateRange,
  settings: AgentPlatformSettings,
): (session: { readonly createdAt: number }) => boolean {
  const from = readTime("date.start", start).ms;
  const until = readTime("date.end", end);
  const to = until.isDate && settings.dateOnlyEnd === "end-of-day" ? until.ms + DAY_MS - 1 : until.ms;
  if (from > to) throw refuse(400, ["date.start must not be after date.end"]);
  const edges = { start: settings.dateStart, end: settings.dateEnd };
  return ({ createdAt }) => isWithin(createdAt, { from, to, edges });
}

function readTime(name: string, text: string): WrittenTime {
  const time = parseTime(text);
  if (time === undefined) throw refuse(400, [`${name} must be an ISO 8601 date or time`]);
  return time;
}
