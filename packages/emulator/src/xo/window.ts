import { DAY_MS, parseTime, type WrittenTime } from "../iso-time.js";
import { refuse } from "./errors.js";
import type { XoSettings } from "./options.js";

const WEEK_MS = 7 * DAY_MS;

export interface XoWindow {
  readonly from: number;
  readonly to: number;
}

export interface WrittenWindow {
  readonly dateFrom: string | undefined;
  readonly dateTo: string | undefined;
}

/** The range that a request asks for. Defaults make exactly 7 days; a range that is spelled out must be shorter. */
export function readWindow({ dateFrom, dateTo }: WrittenWindow, at: number, settings: XoSettings): XoWindow {
  const from = dateFrom === undefined ? undefined : readTime("dateFrom", dateFrom).ms;
  const to = dateTo === undefined ? undefined : endOf(readTime("dateTo", dateTo), settings);
  if (from === undefined) return { from: (to ?? at) - WEEK_MS, to: to ?? at };
  if (to === undefined) return { from, to: from + WEEK_MS };

  if (from > to) throw refuse(400, "dateFrom must not be after dateTo");
  if (to - from >= WEEK_MS) throw refuse(400, "The duration between dateFrom and dateTo must be less than 7 days");
  return { from, to };
}

function endOf({ ms, isDate }: WrittenTime, { dateOnlyTo }: XoSettings): number {
  return isDate && dateOnlyTo === "end-of-day" ? ms + DAY_MS - 1 : ms;
}

function readTime(name: string, text: string): WrittenTime {
  const time = parseTime(text);
  if (time === undefined) throw refuse(400, `${name} is not a date or time that exists`);
  return time;
}
