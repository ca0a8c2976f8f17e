// What actionlint does not look at. The files are read as YAML, as GitHub does: however a line is written, it counts.
import { parse } from "yaml";

/** What is wrong with a workflow. */
export function workflowProblems(text: string): readonly string[] {
  const workflow = read(text);
  if (workflow === undefined) return ["is no YAML mapping"];
  const jobs = isMapping(workflow["jobs"]) ? Object.values(workflow["jobs"]) : [];
  const rights = [workflow, ...jobs].flatMap((part) => (isMapping(part) ? [part["permissions"]] : []));
  return [
    ...usesProblems(workflow),
    ...(triggersOf(workflow["on"]).includes("pull_request_target")
      ? ["pull_request_target runs the code of strangers with our rights; use pull_request"]
      : []),
    ...(rights.includes("write-all") ? ["permissions: write-all; name the rights that are needed"] : []),
    ...(workflow["permissions"] === undefined
      ? ["has no permissions of its own, so it gets what the settings of the repository say"]
      : []),
  ];
}

/** What is wrong with an action of this repository. */
export function actionProblems(text: string): readonly string[] {
  const action = read(text);
  return action === undefined ? ["is no YAML mapping"] : usesProblems(action);
}

function usesProblems(document: object): readonly string[] {
  return usesIn(document).flatMap((action) => {
    if (action.startsWith("./"))
      return action.startsWith("./.github/") ? [] : [`${action} is outside .github, where nobody looks for actions`];
    if (action.startsWith("docker://"))
      return /@sha256:[0-9a-f]{64}$/.test(action) ? [] : [`${action} is not pinned by a digest`];
    return /@[0-9a-f]{40}$/.test(action) ? [] : [`${action} is not pinned by a commit`];
  });
}

function usesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(usesIn);
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => (key === "uses" ? [String(item)] : usesIn(item)));
}

function triggersOf(on: unknown): readonly unknown[] {
  if (Array.isArray(on)) return on;
  return isMapping(on) ? Object.keys(on) : [on];
}

function read(text: string): Readonly<Record<string, unknown>> | undefined {
  const value: unknown = parse(text, { merge: true });
  return isMapping(value) ? value : undefined;
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
