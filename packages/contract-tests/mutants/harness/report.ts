import { table } from "../../test-faults/report/table.ts";
import type { Judged, Verdict } from "./judge.ts";

/** What became of the mutants, as a page of Markdown. */
export function reportOf(all: readonly Judged[]): string {
  const groups = [...new Set(all.map(({ group }) => group))];
  const totals = groups.map((group) => {
    const own = all.filter((judged) => judged.group === group);
    const count = (kind: Verdict["kind"]): string => String(own.filter(({ verdict }) => verdict.kind === kind).length);
    const counts = (["killed", "timed-out", "survived", "invalid"] as const).map(count);
    return [group.title, `\`${group.sources}\``, String(own.length), ...counts];
  });
  return `# Deliberate mistakes, and the tests that notice them

Written by the mutant suite. Each row is one mistake in one file, made in memory; the tests named below were run on it until
one failed. The tests had passed on the code as it is.

${table(["target", "sources", "mutants", "caught", "caught by a time-out", "survived", "invalid"], totals)}
${groups.map((group) => sectionOf(all.filter((judged) => judged.group === group))).join("")}`;
}

function sectionOf(all: readonly Judged[]): string {
  const rows = all.map(({ mutant, verdict }) => [mutant.name, `\`${mutant.file}\``, mutant.why, spell(verdict)]);
  return `
## ${all[0]?.group.title ?? ""}

${table(["mistake", "in", "what somebody would suffer", "noticed by"], rows)}
`;
}

/** A verdict in a few words. */
export function spell(verdict: Verdict): string {
  switch (verdict.kind) {
    case "killed":
      return `${verdict.file.replace("packages/", "")}: ${verdict.test}`;
    case "timed-out":
      return `time-out of ${verdict.file.replace("packages/", "")}: ${verdict.test}`;
    case "survived":
      return "nobody: it SURVIVED";
    case "invalid":
      return `INVALID: ${verdict.problem}`;
  }
}
