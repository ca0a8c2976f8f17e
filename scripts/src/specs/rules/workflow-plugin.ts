// The Redocly plugin for workflows in Arazzo; `redocly-arazzo.yaml` switches its rules on.
import type { Rule } from "./context.ts";
import { secretInput } from "./workflow-secret-input.ts";
import { stepStatus } from "./workflow-step-status.ts";

export const workflowRules: Readonly<Record<string, Rule>> = {
  "secret-input": secretInput,
  "step-status": stepStatus,
};

export default () => ({ id: "workflows", rules: { arazzo1: workflowRules } });
