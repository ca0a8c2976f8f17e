import { cp, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { ApiName } from "../support/api.ts";

export interface Step {
  readonly workflow: string;
  readonly id: string;
  readonly operation: string;
}

/** The workflows of an API. */
export interface Workflows {
  readonly file: string;
  /** What they call the description, which names the server on Respect's command line. */
  readonly source: string;
  readonly steps: readonly Step[];
  /** The inputs that each workflow needs, by its id. */
  readonly needs: Readonly<Record<string, readonly string[]>>;
}

interface ArazzoDocument {
  readonly sourceDescriptions: readonly [{ readonly name: string }];
  readonly workflows: readonly {
    readonly workflowId: string;
    readonly inputs?: { readonly $ref: string };
    readonly steps: readonly { readonly stepId: string; readonly operationId: string }[];
  }[];
  readonly components: { readonly inputs: Readonly<Record<string, { readonly required: readonly string[] }>> };
}

/** Reads the workflows of an API as they are published. */
export async function loadWorkflows(
  name: ApiName,
  file = fileURLToPath(import.meta.resolve(`@org/specs/${name}/arazzo`)),
): Promise<Workflows> {
  const { sourceDescriptions, workflows, components } = parse(await readFile(file, "utf8")) as ArazzoDocument;
  return {
    file,
    source: sourceDescriptions[0].name,
    steps: workflows.flatMap(({ workflowId, steps }) =>
      steps.map(({ stepId, operationId }) => ({
        workflow: workflowId,
        id: stepId,
        operation: operationId.split(".").at(-1)!,
      })),
    ),
    needs: Object.fromEntries(
      workflows.map(({ workflowId, inputs }) => {
        const component = inputs?.$ref.split("/").at(-1);
        return [workflowId, component === undefined ? [] : components.inputs[component]!.required];
      }),
    ),
  };
}

/** A copy in which a text has been replaced, with the description beside it. */
export async function changedWorkflows(
  workflows: Workflows,
  { folder, found, replacement }: { readonly folder: string; readonly found: string; readonly replacement: string },
): Promise<Workflows> {
  await cp(dirname(workflows.file), folder, { recursive: true });
  const file = join(folder, "workflows.arazzo.yaml");
  const text = await readFile(file, "utf8");
  if (!text.includes(found)) throw new Error(`${workflows.file} has no "${found}" to replace`);
  await writeFile(file, text.replaceAll(found, replacement));
  return { ...workflows, file };
}
