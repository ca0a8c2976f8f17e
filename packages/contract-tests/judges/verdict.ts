import type { Finding, Judge, Report } from "./judge.ts";
import type { ReviewedFinding } from "./reviewed.ts";

/** What is made of a judge's report. */
export interface Verdict {
  readonly judge: string;
  readonly seconds: number;
  /** Absent where the judge has not run. */
  readonly report?: Report;
  readonly notRun?: string;
  /** Findings that nobody has looked at. */
  readonly unknown: readonly Finding[];
  /** Findings that were looked at and stay. */
  readonly known: readonly ReviewedFinding[];
  /** Reviewed findings that do not occur any more. */
  readonly gone: readonly ReviewedFinding[];
  readonly failed: boolean;
}

/** Runs a judge and compares its findings with those that were reviewed. A judge that breaks down has found something. */
export async function hear({ name, judge }: Judge, reviewed: readonly ReviewedFinding[]): Promise<Verdict> {
  const startedAt = performance.now();
  const report = await judge().catch(breakdown);
  const base = { judge: name, seconds: (performance.now() - startedAt) / 1000 };
  if ("notRun" in report) return { ...base, notRun: report.notRun, unknown: [], known: [], gone: [], failed: false };
  const { findings, planted, cases } = report;
  const own = reviewed.filter((entry) => entry.judge === name);
  const unknown = findings.filter((finding) => !own.some((entry) => isAbout(entry, finding)));
  const known = own.filter((entry) => findings.some((finding) => isAbout(entry, finding)));
  const gone = own.filter((entry) => !known.includes(entry));
  const blind = cases.length === 0 || planted.length === 0 || planted.some(({ seen }) => !seen);
  return { ...base, report, unknown, known, gone, failed: blind || unknown.length > 0 || gone.length > 0 };
}

const isAbout = ({ api, place, what, says }: ReviewedFinding, finding: Finding): boolean =>
  api === finding.api && place === finding.place && what === finding.what && (says?.test(finding.detail) ?? true);

function breakdown(error: unknown): Report {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { cases: [], findings: [{ api: "", place: "the judge", what: "broke down", detail }], planted: [], notes: [] };
}
