import type { Finding } from "./judge.ts";

/** A finding that was looked at and stays, with the reason. One that no longer occurs must be taken out. */
export interface ReviewedFinding extends Pick<Finding, "api" | "place" | "what"> {
  readonly judge: string;
  /** What the detail must say. Without it the finding may be about anything of its kind. */
  readonly says?: RegExp;
  readonly reason: string;
}

export const reviewed: readonly ReviewedFinding[] = [
  ...of("drift", 'info: Undocumented header in traffic: "x-api-key"', [
    {
      api: "kore-agent-platform",
      places: ["createAppSession", "listAppSessions"],
      reason: "It is documented: the security scheme names it. Drift knows the header `authorization` alone.",
    },
  ]),
  ...of("drift", 'info: Undocumented header in traffic: "auth"', [
    {
      api: "kore-xo",
      places: ["getBotSessions", "getAccountSessions"],
      reason: "It is documented: the security scheme names it. Drift knows the header `authorization` alone.",
    },
  ]),
  ...of("drift", "not exercised: response 404", [
    {
      api: "kore-xo",
      places: ["getAccountSessions"],
      reason: "The path names nothing that could be missing. The status is described for all operations alike.",
    },
  ]),
  ...of("schemathesis", "ST202 Schema-valid request rejected", [
    {
      api: "foundry-aip-agents",
      places: ["createSession"],
      says: /"errorName":"InvalidAgentVersion"/,
      reason: "A version that is no version, or none of the agent: InvalidAgentVersion, which the vendor documents.",
    },
    {
      api: "foundry-aip-agents",
      places: ["listSessions"],
      says: /"errorName":"InvalidPageToken"/,
      reason: "A page token that no listing gave: InvalidPageToken, which the vendor documents.",
    },
    {
      api: "kore-agent-platform",
      places: ["createAppSession"],
      says: /type must be one of the following values/,
      reason:
        "A kind of identity beyond the four. The vendor's pages disagree on their names, so the description lists them " +
        "and stays open; the emulator refuses others, because nothing says what they would mean.",
    },
    {
      api: "kore-agent-platform",
      places: ["listAppSessions"],
      says: /must be an ISO 8601 date or time/,
      reason: "A range whose bounds are no times. Their format is not documented, so the description takes any text.",
    },
    {
      api: "kore-xo",
      places: ["getBotSessions", "getAccountSessions"],
      says: /is not a date or time that exists/,
      reason: "A day that no calendar has. A pattern can say how a date is written, not which dates there are.",
    },
  ]),
];

interface Places {
  readonly api: string;
  readonly places: readonly string[];
  readonly says?: RegExp;
  readonly reason: string;
}

function of(judge: string, what: string, entries: readonly Places[]): ReviewedFinding[] {
  return entries.flatMap(({ places, ...entry }) => places.map((place) => ({ judge, place, what, ...entry })));
}
