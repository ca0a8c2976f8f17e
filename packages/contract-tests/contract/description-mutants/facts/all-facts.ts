import { agentPlatformFacts } from "./agent-platform.ts";
import { foundryFacts } from "./foundry.ts";
import type { OperationFacts } from "./operation-facts.ts";
import { xoFacts } from "./xo.ts";

export const allFacts: readonly OperationFacts[] = [...foundryFacts, ...agentPlatformFacts, ...xoFacts];
