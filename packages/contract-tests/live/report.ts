import type { Outcome } from "./carry-out.ts";
import { counted, type DriftEntry } from "./drift-entry.ts";
import type { Plan } from "./plan.ts";
import type { Unreachable } from "./services.ts";

/** What the report says of a service. Neither its address nor anything that identifies an account stands in it. */
interface ServiceReport {
  readonly service: string;
  readonly title: string;
  readonly workflows: readonly string[];
  readonly leftOut: readonly { readonly workflow: string; readonly because: string }[];
  readonly steps: number;
  readonly calls: number;
  readonly exchanges: number;
  readonly entries: readonly (DriftEntry & { readonly times: number })[];
}

export interface DriftReport {
  readonly at: string;
  readonly services: readonly ServiceReport[];
  readonly notAsked: readonly { readonly service: string; readonly unset: readonly string[] }[];
}

export function reportOf(
  done: readonly { readonly plan: Plan; readonly outcome: Outcome }[],
  unreachable: readonly Unreachable[],
): DriftReport {
  return {
    at: new Date().toISOString(),
    services: done.map(({ plan, outcome: { entries, ...numbers } }) => ({
      service: plan.target.name,
      title: plan.target.title,
      workflows: plan.run.map(({ id }) => id),
      leftOut: plan.leftOut.map(({ id, because }) => ({ workflow: id, because })),
      ...numbers,
      entries: counted(entries),
    })),
    notAsked: unreachable.map(({ name, missing }) => ({
      service: name,
      unset: missing.map((variable) => variable.name),
    })),
  };
}

export const deviationsIn = ({ services }: DriftReport): number =>
  services.flatMap(({ entries }) => entries).filter(({ severity }) => severity === "deviation").length;

export function toMarkdown(report: DriftReport): string {
  const { at, services, notAsked } = report;
  const parts = [
    `# Drift of the services from their descriptions\n\n${at}. Values that the services sent are not shown.`,
    ...services.map(section),
    ...(notAsked.length === 0
      ? []
      : [
          `## Not asked\n\n${notAsked.map(({ service, unset }) => `- ${service}: ${unset.join(", ")} not set`).join("\n")}`,
        ]),
  ];
  return `${parts.join("\n\n")}\n`;
}

function section({ title, steps, calls, exchanges, leftOut, entries }: ServiceReport): string {
  const numbers = `${steps} steps of workflows and ${calls} calls of our client, ${exchanges} exchanges in all.`;
  const skipped = leftOut.map(({ workflow, because }) => `- left out: \`${workflow}\`, which ${because}`);
  const tables = [
    table(
      "Deviations",
      entries.filter(({ severity }) => severity === "deviation"),
    ),
    table(
      "News, which the description leaves room for",
      entries.filter(({ severity }) => severity === "news"),
    ),
  ].filter((text) => text !== "");
  const body = tables.length === 0 ? ["No drift."] : tables;
  return [`## ${title}`, numbers, ...(skipped.length === 0 ? [] : [skipped.join("\n")]), ...body].join("\n\n");
}

function table(heading: string, entries: readonly (DriftEntry & { readonly times: number })[]): string {
  if (entries.length === 0) return "";
  const rows = entries.map(({ operation, kind, place, found, expected, by, times }) =>
    [operation, kind, code(place), found, expected, by, String(times)].map(cell).join(" | "),
  );
  const head =
    "| operation | kind | place | found | expected | met by | times |\n| --- | --- | --- | --- | --- | --- | --- |";
  return `### ${heading}\n\n${head}\n${rows.map((row) => `| ${row} |`).join("\n")}`;
}

const code = (text: string): string => (text === "" ? "" : `\`${text}\``);
const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("\n", " ");
