import type { Finding } from "./explain.js";
import type { Show } from "./show.js";

/** Everything that can be wrong with a request or a response, as the table in the README explains it. */
export type DeviationKind =
  | "unknown-operation"
  | "unknown-parameter"
  | "missing-parameter"
  | "invalid-parameter"
  | "missing-body"
  | "unreadable-body"
  | "invalid-body"
  | "unexpected-body"
  | "unsupported-content-type"
  | "missing-credentials"
  | "undocumented-status"
  | "missing-header"
  | "invalid-header";

/** One point in which a request or a response differs from its description. */
export interface Deviation {
  readonly kind: DeviationKind;
  /** Id of the operation, `undefined` when the request belongs to none. */
  readonly operation: string | undefined;
  /** JSON pointer, for example `/request/query/pageSize` or `/response/body/session/status`. */
  readonly place: string;
  /** What was there, in at most 80 characters. Values of credentials never appear. */
  readonly found: string;
  /** What the description says. */
  readonly expected: string;
}

/** Makes a finding a deviation of the message whose part was checked. */
export function deviationAt(input: DeviationInput): (finding: Finding) => Deviation {
  const { kind, operation, place, show } = input;
  return (finding) => ({
    kind,
    operation,
    place: place + finding.place,
    found: show(finding.found),
    expected: finding.expected,
  });
}

export interface DeviationInput extends Pick<Deviation, "kind" | "operation" | "place"> {
  readonly show: Show;
}
