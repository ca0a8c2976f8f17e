import type { Mutant } from "./mutant.ts";

/** Mutants that nobody catches, and why that is all right. */
export interface ReviewedSurvivor {
  readonly operator: string;
  readonly place: RegExp;
  readonly reason: string;
}

const inPath = "A value in a path is text, is never empty and is always there: the mutant allows the same requests.";
const hint =
  "Any text may stand in these headers, and headers that nobody describes may be there: the mutant allows the same answers.";
const pathParameters = "^/components/parameters/(AgentRid|SessionRid|AppId|EnvName|BotId)";
const hints = "^/components/headers/Qos(RetryHint|DueTo)/schema";

/** The same reason for what several operators make of one kind of place. */
const each = (operators: readonly string[], place: RegExp, reason: string): ReviewedSurvivor[] =>
  operators.map((operator) => ({ operator, place, reason }));

export const reviewedSurvivors: readonly ReviewedSurvivor[] = [
  ...each(
    ["admit null", "drop a type", "lower a lower bound", "drop a bound", "admit anything"],
    new RegExp(`${pathParameters}/schema`),
    inPath,
  ),
  { operator: "no longer require a parameter", place: new RegExp(`${pathParameters}$`), reason: inPath },
  ...each(["admit null", "admit anything"], new RegExp(hints), hint),
  ...each(["drop a header", "rename a header"], /Qos-(Retry-Hint|Due-To)$/, hint),
  ...each(
    ["rename a property", "drop a property", "admit anything"],
    /^\/components\/schemas\/OtherEvent(\/properties\/content| content)$/,
    "The content of an event may be anything, and other fields may be there: the mutant allows the same events.",
  ),
  {
    operator: "admit null",
    place: /^\/components\/schemas\/(OtherEvent|GeneralError)$/,
    reason: "An open arm takes what has the property that tells the arms apart, and that is an object.",
  },
  {
    operator: "admit null",
    place: /^\/components\/headers\/RetryAfter\/schema$/,
    reason: "The text of a header is not read as null: the mutant allows the same answers.",
  },
  {
    operator: "drop the schema of items",
    place: /\/altText items$/,
    reason: "The schema of the items allows anything, as no schema does.",
  },
];

export function reasonFor({ operator, place }: Mutant, reviewed: readonly ReviewedSurvivor[]): string | undefined {
  return reviewed.find((entry) => entry.operator === operator && entry.place.test(place))?.reason;
}
