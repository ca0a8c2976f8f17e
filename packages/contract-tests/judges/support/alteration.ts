import type { FaultRule } from "@org/emulator";
import type { ApiName } from "./api.ts";

const values: Readonly<Record<ApiName, Readonly<Record<string, number>>>> = {
  "foundry-aip-agents": { "/data/*/agentVersion": 7 },
  "kore-agent-platform": { "/sessions/*/status": 7 },
  "kore-xo": { "/sessions/*/channel": 7 },
};

/** A fault that puts a value of the wrong type into every session that an API lists. */
export const alterationOf = (api: ApiName): FaultRule => ({ fault: { kind: "edit", set: values[api] } });
