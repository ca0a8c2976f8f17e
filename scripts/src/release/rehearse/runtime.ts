import type { Outcome } from "./outcome.ts";
import type { Program } from "./programs.ts";
import type { Project } from "./project.ts";

/** What a runtime made of the programs: one outcome for each, by the package that each is of. */
export type Outcomes = ReadonlyMap<string, readonly Outcome[]>;

export interface Runtime {
  readonly name: string;
  run(projects: readonly Project[]): Promise<Outcomes>;
}

/** Runs every program of every project, one after the other. */
export async function inProjects(
  projects: readonly Project[],
  run: (project: Project, program: Program, index: number) => Promise<Outcome>,
): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome[]>();
  for (const project of projects) {
    for (const [index, program] of project.programs.entries()) {
      outcomes.set(program.of, [...(outcomes.get(program.of) ?? []), await run(project, program, index)]);
    }
  }
  return outcomes;
}
