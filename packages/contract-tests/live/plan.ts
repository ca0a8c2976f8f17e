import { loadApi, type Operation } from "../judges/support/api.ts";
import { loadWorkflows, type Workflows } from "../judges/respect/workflows.ts";
import { readingCalls, type ReadingCall } from "./reading-calls.ts";
import type { Target } from "./services.ts";

/** What is to be done to one service. */
export interface Plan {
  readonly target: Target;
  readonly workflows: Workflows;
  readonly run: readonly PlannedWorkflow[];
  readonly leftOut: readonly (PlannedWorkflow & { readonly because: string })[];
  readonly calls: readonly ReadingCall[];
}

export interface PlannedWorkflow {
  readonly id: string;
  readonly steps: number;
  /** Operations among its steps that may change something. */
  readonly changing: readonly string[];
}

export async function planFor(target: Target, options: { readonly create: boolean }): Promise<Plan> {
  const { operations } = loadApi(target.name);
  const workflows = await loadWorkflows(target.name);
  const planned = Object.keys(workflows.needs).map((id) => plannedWorkflow(id, workflows, operations));
  const judged = planned.map((workflow) => ({
    ...workflow,
    because: reasonAgainst(workflow, workflows, target, options),
  }));
  return {
    target,
    workflows,
    run: judged.filter(({ because }) => because === ""),
    leftOut: judged.filter(({ because }) => because !== ""),
    calls: readingCalls(target),
  };
}

function plannedWorkflow(id: string, { steps }: Workflows, operations: readonly Operation[]): PlannedWorkflow {
  const own = steps.filter(({ workflow }) => workflow === id);
  const reads = new Set(operations.filter((operation) => operation.reads).map((operation) => operation.id));
  const changing = [...new Set(own.map(({ operation }) => operation))].filter((operation) => !reads.has(operation));
  return { id, steps: own.length, changing };
}

/** Why a workflow is not run; empty when it is. */
function reasonAgainst(
  { id, changing }: PlannedWorkflow,
  { needs }: Workflows,
  { inputs, variables }: Target,
  { create }: { readonly create: boolean },
): string {
  if (needs[id]!.some((input) => inputs[input] === undefined)) {
    const unset = variables.filter(({ optional }) => optional === true).map(({ name }) => name);
    return `needs ${unset.join(" and ")}`;
  }
  return changing.length > 0 && !create ? `sends ${changing.join(" and ")}; --create runs it` : "";
}

/** The plan in words. */
export function describePlan({ target, run, leftOut, calls }: Plan): string {
  const steps = run.reduce((sum, workflow) => sum + workflow.steps, 0);
  const changing = run.filter((workflow) => workflow.changing.length > 0);
  const lines = [
    `${target.title}`,
    `  reads: ${steps} requests in ${run.length} workflows (${run.map(({ id }) => id).join(", ")})`,
    `  reads: ${calls.length} calls of our client (${calls.map(({ name }) => name).join(", ")})`,
    ...changing.map(({ id, changing: operations }) => `  MAY CREATE: ${id} sends ${operations.join(" and ")}`),
    ...(changing.length > 0 ? ["  What is created stays: the API cannot delete sessions."] : []),
    ...leftOut.map(({ id, because }) => `  left out: ${id}, which ${because}`),
  ];
  return `${lines.join("\n")}\n`;
}
