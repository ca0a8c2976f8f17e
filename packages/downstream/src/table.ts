import { explanationOf } from "./explained.ts";
import { apiNames, type CellResult, languages, stages } from "./model.ts";

/** One word for how far a cell got. */
export function state(result: CellResult): string {
  if (result.notTested !== undefined) return `not tested (${result.notTested})`;
  const failed = stages.find((stage) => result.stages[stage]?.ok === false);
  return failed === undefined ? "live" : `not ${failed}`;
}

export const warningsOf = ({ stages }: CellResult): number =>
  Object.values(stages).reduce((sum, { warnings }) => sum + warnings, 0);

export const secondsOf = ({ stages }: CellResult): number =>
  Object.values(stages).reduce((sum, { seconds, cached }) => sum + (cached ? 0 : seconds), 0);

/** For the terminal: one line a cell. */
export function lines(results: readonly CellResult[]): string {
  const rows = results.map((result) => {
    const mark = (stage: (typeof stages)[number]): string => {
      const done = result.stages[stage];
      if (done === undefined) return "-";
      return done.ok ? `yes${done.cached ? " (kept)" : ""}` : "NO";
    };
    const all = result.notTested === undefined ? stages.map(mark) : [state(result), "", ""];
    const warnings = warningsOf(result) > 0 ? `${warningsOf(result)} warning lines` : "";
    return [result.language, result.generator, result.version, result.reads, result.api, ...all, warnings];
  });
  const head = ["language", "generator", "version", "reads", "API", ...stages, ""];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]): string =>
    row
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  return [line(head), ...rows.map(line)].join("\n");
}

/** How many generators of each language are live with each API: what the matrix is there to show. */
export function summary(results: readonly CellResult[]): string {
  return languages
    .filter((language) => results.some((result) => result.language === language))
    .map((language) => {
      const counts = apiNames.map((api) => {
        const cells = results.filter((result) => result.language === language && result.api === api);
        return `${api} ${cells.filter((cell) => state(cell) === "live").length} of ${cells.length}`;
      });
      return `${language.padEnd(12)}live: ${counts.join(", ")}`;
    })
    .join("\n");
}

/** For the docs site: a row a generator, a column an API, and under it why a cell is not live. */
export function markdown(results: readonly CellResult[]): string {
  const generators = [...new Map(results.map((result) => [result.generator, result])).values()];
  const cell = (generator: string, api: string): string => {
    const result = results.find((one) => one.generator === generator && one.api === api);
    return result === undefined ? "" : state(result);
  };
  const rows = generators.map(
    ({ generator, language, version, reads }) =>
      `| ${[language, generator, version, reads, ...apiNames.map((api) => cell(generator, api))].join(" | ")} |`,
  );
  const reasons = results.flatMap((result) => {
    const explanation = state(result) === "live" ? undefined : explanationOf(result);
    if (explanation === undefined) return [];
    const issue = explanation.issue === undefined ? "" : ` (${explanation.issue})`;
    return [`- **${result.generator}**, ${result.api}, not ${explanation.stage}: ${explanation.because}${issue}`];
  });
  return [
    "# Generators and what they make of the descriptions",
    "",
    "Live: the client was generated and compiled, and a program created a session where there is such an operation, listed",
    "two pages, got a session where there is such an operation, and met a documented error as its language has errors. The",
    "emulator's log is the proof.",
    "",
    `| language | generator | version | reads | ${apiNames.join(" | ")} |`,
    `| --- | --- | --- | --- | ${apiNames.map(() => "---").join(" | ")} |`,
    ...rows,
    "",
    "Why some are not:",
    "",
    ...reasons,
    "",
  ].join("\n");
}
