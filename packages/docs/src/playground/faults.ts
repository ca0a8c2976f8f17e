import type { FaultRule } from "@org/emulator";

/** A position of the fault switch. */
export interface Fault {
  readonly key: string;
  readonly label: string;
  readonly rules: readonly FaultRule[];
}

const always = (fault: FaultRule["fault"]): readonly FaultRule[] => [{ fault }];

/** What the fault switch offers. Each rule is added to every emulator that a program makes. */
export const faults: readonly Fault[] = [
  { key: "none", label: "No fault", rules: [] },
  {
    key: "once-500",
    label: "500 once, then well",
    rules: [{ times: 1, fault: { kind: "answer", status: 500, body: "" } }],
  },
  { key: "always-500", label: "500 always", rules: always({ kind: "answer", status: 500, body: "" }) },
  {
    key: "once-429",
    label: "429 once, Retry-After: 1",
    rules: [{ times: 1, fault: { kind: "answer", status: 429, retryAfter: "1" } }],
  },
  {
    key: "lost-create",
    label: "Answer lost after the service acted",
    rules: always({ kind: "cut", at: "before-headers", when: "after" }),
  },
  { key: "expired", label: "Expired credential", rules: always({ kind: "expired-credential" }) },
  { key: "proxy", label: "HTML page of a proxy", rules: always({ kind: "proxy-page", status: 502 }) },
  { key: "truncated", label: "JSON cut short", rules: always({ kind: "truncate" }) },
  {
    key: "redirect",
    label: "Redirect to another host",
    rules: always({ kind: "answer", status: 302, headers: { location: "https://elsewhere.example/" } }),
  },
  { key: "circles", label: "Listing goes in circles", rules: always({ kind: "repeat-page" }) },
  { key: "slow", label: "Every answer 300 ms late", rules: always({ kind: "latency", ms: 300 }) },
];

export function faultOf(key: string): Fault {
  return faults.find((fault) => fault.key === key) ?? { key: "none", label: "No fault", rules: [] };
}
