import type { Deviation } from "./deviation.js";

/** A deviation for a person to read, in a few lines: what happened where, what was found, what should be, and where that is said. */
export function formatDeviation({ kind, operation, place, found, expected, at, link }: Deviation): string {
  return [
    `${operation === undefined ? "" : `${operation}: `}${kind} at ${place}`,
    `  found      ${found}`,
    `  expected   ${expected}`,
    ...(at === "" ? [] : [`  described  #${at}`]),
    ...(link === undefined ? [] : [`  read       ${link}`]),
  ].join("\n");
}
