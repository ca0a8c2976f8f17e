import type { CompiledDescription } from "./description.js";
import type { Finding } from "./explain.js";
import { isHidden, showHidden } from "./hidden.js";
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
  /** What was there, in at most 80 characters. Credentials and values that the description marks never appear. */
  readonly found: string;
  /** What the description says. */
  readonly expected: string;
  /** Where it says so: JSON pointer into the description. The empty string where nothing there is about it. */
  readonly at: string;
  /** Where a person can read about it; there when the contract was made with `docsUrl`. */
  readonly link?: string;
}

/** Makes a finding a deviation of the message whose part was checked. */
export function deviationAt(input: DeviationInput): (finding: Finding) => Deviation {
  const { kind, operation, place, show, description, hidden } = input;
  return (finding) => ({
    kind,
    operation,
    place: place + finding.place,
    found: isHidden(description.hidden, hidden, finding.place) ? showHidden(finding.found) : show(finding.found),
    expected: finding.expected,
    at: finding.at,
  });
}

export interface DeviationInput extends Pick<Deviation, "kind" | "operation" | "place"> {
  readonly show: Show;
  readonly description: Pick<CompiledDescription, "hidden">;
  /** What is marked in the value that was checked, `undefined` when nothing is. */
  readonly hidden: number | undefined;
}
