import foundry from "@org/specs/foundry-aip-agents" with { type: "json" };
import agentPlatform from "@org/specs/kore-agent-platform" with { type: "json" };
import xo from "@org/specs/kore-xo" with { type: "json" };
import type { Document } from "./openapi.ts";
import { resolveReferences } from "./references.ts";

/** An API and its description, references resolved. */
export interface Api {
  /** Name of its folder under specs/, and in addresses: `kore-xo`. */
  readonly name: string;
  /** A short name for menus. */
  readonly label: string;
  readonly document: Document;
}

/** In the order in which the site shows them. */
export const apis: readonly Api[] = [
  { name: "foundry-aip-agents", label: "Foundry AIP Agents", document: resolve(foundry) },
  { name: "kore-agent-platform", label: "Kore.ai Agent Platform", document: resolve(agentPlatform) },
  { name: "kore-xo", label: "Kore.ai XO", document: resolve(xo) },
];

function resolve(document: unknown): Document {
  return resolveReferences(document) as Document;
}
