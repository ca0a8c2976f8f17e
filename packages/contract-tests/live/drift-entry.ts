import type { Deviation } from "@org/contract";
import type { Unrecognized } from "@org/runtime";

/** One thing in which a service is not what its description says. It holds no value that a service sent, but for statuses. */
export interface DriftEntry {
  /** `deviation`: against the description. `news`: the description leaves room for it and does not know it. */
  readonly severity: "deviation" | "news";
  /** Who met it: a step of a workflow, or a call of our client. */
  readonly by: string;
  readonly operation: string;
  readonly kind: string;
  /** JSON pointer into the request or the response, or the condition of a workflow. */
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** Kinds whose finding is a fact of the protocol and never data of a person. */
const harmless = new Set(["undocumented-status", "unsupported-content-type", "missing-header"]);

export function fromDeviation(by: string, { kind, operation, place, found, expected }: Deviation): DriftEntry {
  const shown = harmless.has(kind) ? found : shapeOf(found);
  return {
    severity: "deviation",
    by,
    operation: operation ?? "no operation of the description",
    kind,
    place: anyRow(place),
    found: shown,
    expected,
  };
}

export function fromUnrecognized(by: string, { operation, kind, place, found }: Unrecognized): DriftEntry {
  return {
    severity: "news",
    by,
    operation,
    kind: `unlisted ${kind}`,
    place: anyRow(place),
    // Names of fields, and values of sets that the vendor defines.
    found: kind === "missing" ? "nothing" : JSON.stringify(found).slice(0, 80),
    expected: kind === "value" ? "a value that is listed" : "a field that is described",
  };
}

/** What kind of value a finding shows, in the words of `@org/contract`: `"Jane Doe"` is a string. */
function shapeOf(found: string): string {
  if (found.startsWith('"')) return "a string";
  if (found.startsWith("object with ")) return "an object";
  if (/^-?\d/.test(found)) return "a number";
  return /^(true|false|null|nothing|object without properties|array of \d+ items?|\[hidden \w+\])$/.test(found)
    ? found
    : "a value";
}

/** Rows of a list are alike: `/sessions/0/status` and `/sessions/7/status` are one place. */
const anyRow = (place: string): string => place.replace(/(\/\d+)(?=\/|$)/g, "/*");

/** Each entry once, with how often it occurred. */
export function counted(entries: readonly DriftEntry[]): readonly (DriftEntry & { readonly times: number })[] {
  const byText = new Map<string, DriftEntry & { readonly times: number }>();
  for (const entry of entries) {
    const text = JSON.stringify(entry);
    byText.set(text, { ...entry, times: (byText.get(text)?.times ?? 0) + 1 });
  }
  return [...byText.values()];
}
