import { table } from "../../test-faults/report/table.ts";
import { judges, type Verdict } from "./run.ts";
import { reasonFor, reviewedSurvivors, type ReviewedSurvivor } from "./survivors.ts";

/** The last judge only says that something has changed. These say that it is wrong. */
export const strongJudges = judges.filter((judge) => judge !== "generated code");

/** More of the mutants than this must not survive. */
export const mostSurvivors = 0.05;

/** Nobody says that the mutant is wrong; that the generated code would differ is not enough. */
export const survives = ({ caughtBy }: Verdict): boolean => !strongJudges.some((judge) => judge === caughtBy);

/** What is wrong with the result of a run, in sentences; none: all is well. */
export function problemsOf(
  verdicts: readonly Verdict[],
  reviewed: readonly ReviewedSurvivor[] = reviewedSurvivors,
): string[] {
  const survivors = verdicts.filter(survives);
  const idle = strongJudges.filter((judge) => !verdicts.some(({ caughtBy }) => caughtBy === judge));
  const share = survivors.length / verdicts.length;
  return [
    ...(share > mostSurvivors
      ? [`${survivors.length} of ${verdicts.length} mutants survive, over ${mostSurvivors * 100} %`]
      : []),
    ...idle.map((judge) => `The judge "${judge}" catches nothing`),
    ...survivors
      .filter(({ mutant }) => reasonFor(mutant, reviewed) === undefined)
      .map(({ mutant: { api, operator, place } }) => `Nobody has looked at a survivor: ${api}, ${operator}, ${place}`),
    ...reviewed
      .filter((entry) => !survivors.some(({ mutant }) => reasonFor(mutant, [entry]) !== undefined))
      .map(({ operator, place }) => `A reviewed survivor does not survive any more: ${operator}, ${String(place)}`),
  ];
}

/** The table, the survivors and their reasons, in Markdown. */
export function reportOf(verdicts: readonly Verdict[]): string {
  const survivors = verdicts.filter(survives);
  const percent = ((100 * survivors.length) / verdicts.length).toFixed(1);
  const byReason = Map.groupBy(survivors, ({ mutant }) => reasonFor(mutant, reviewedSurvivors) ?? "not reviewed");
  const listed = [...byReason].flatMap(([reason, some]) => [
    "",
    `${reason}`,
    "",
    ...some.map(({ mutant, caughtBy }) => {
      const note = caughtBy !== undefined ? " (the generated code would differ)" : "";
      return `- ${mutant.api}: ${mutant.operator}, \`${mutant.place}\`${note}`;
    }),
  ]);
  return [
    operatorTable(verdicts),
    "",
    `${verdicts.length} mutants, ${survivors.length} survive (${percent} %).`,
    ...listed,
  ].join("\n");
}

function operatorTable(verdicts: readonly Verdict[]): string {
  const operators = Map.groupBy(verdicts, ({ mutant }) => mutant.operator);
  const row = (name: string, some: readonly Verdict[]): string[] => {
    const by = judges.map((judge) => some.filter(({ caughtBy }) => caughtBy === judge).length);
    return [
      name,
      ...[some.length, ...by, some.filter(survives).length].map((count) => (count === 0 ? "" : String(count))),
    ];
  };
  const rows = [...operators].map(([name, some]) => row(name, some));
  return table(["operator", "made", ...judges, "survive"], [...rows, row("**all**", verdicts)]);
}
