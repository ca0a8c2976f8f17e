import { judge, type Verdict } from "./budgets.ts";
import type { Environment } from "./environment.ts";
import type { Line } from "./line.ts";
import { markdownTable } from "./table.ts";

/** A run in the form in which it is stored. */
export interface Report {
  readonly environment: Environment;
  /** How long the run took. */
  readonly seconds: number;
  readonly lines: readonly (Line & { readonly verdict?: Verdict })[];
}

export function makeReport(environment: Environment, lines: readonly Line[], ms: number): Report {
  return {
    environment,
    seconds: Math.round(ms / 1000),
    lines: lines.map((line) => {
      const verdict = judge(line);
      return verdict === undefined ? line : { ...line, verdict };
    }),
  };
}

export function toJson(report: Report): string {
  return `${JSON.stringify(report, rounded, 2)}\n`;
}

/** Nobody needs more than five digits of a measurement. */
function rounded(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;
}

export function toMarkdown({ environment, seconds, lines }: Report): string {
  const { date, node, typescript, platform, processor } = environment;
  return `# Benchmarks

Measured ${date.slice(0, 10)} in one run of ${seconds} s by \`pnpm bench\`: Node ${node}, TypeScript ${typescript}, ${platform}, ${processor}.

${markdownTable(lines)}
`;
}
