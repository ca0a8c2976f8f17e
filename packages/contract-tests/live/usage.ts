import { services, type Unreachable, type Variable } from "./services.ts";

export function usage(): string {
  return `Usage: pnpm contract:live [--dry-run] [--create] [--out live-report]

Runs the workflows of specs/ and reading calls of our clients against the real services, and writes where they depart
from their descriptions to drift.md and drift.json. Nothing is created unless --create is given; --dry-run sends nothing.

Credentials come from the environment. Services whose variables are not set are left out.

${services.map(({ title, variables }) => `${title}\n${list(variables)}`).join("\n\n")}`;
}

/** What is not set for a service. */
export const variablesOf = ({ title, missing }: Unreachable): string =>
  `${title} is left out. Not set:\n${list(missing)}\n`;

function list(variables: readonly Variable[]): string {
  const width = Math.max(...variables.map(({ name }) => name.length));
  return variables
    .map(({ name, meaning, standard, optional }) => {
      const note = standard !== undefined ? ` (default ${standard})` : optional === true ? " (optional)" : "";
      return `  ${name.padEnd(width)}  ${meaning}${note}`;
    })
    .join("\n");
}
