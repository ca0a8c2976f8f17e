import { budgets, type Budget } from "../budgets.ts";
import { generatedClient } from "../generated-client.ts";

/** What an application carries when it imports this. */
export interface Bundle {
  readonly what: string;
  /** The application: as little code as keeps a bundler from dropping the client. */
  readonly code: string;
  readonly budget?: Budget | undefined;
}

const provider = (name: string, factory: string): Bundle => ({
  what: `@org/${name}`,
  code: `export { ${factory} } from "@org/${name}";`,
  budget: budgets.providerBundle,
});

export const bundles: readonly Bundle[] = [
  provider("foundry-aip-agents", "createFoundryAipAgents"),
  provider("kore-agent-platform", "createKoreAgentPlatform"),
  provider("kore-xo", "createKoreXo"),
  {
    what: "@org/sessions with all three providers",
    code: `
      export { createSessions } from "@org/sessions";
      export { foundryAipAgents } from "@org/sessions/foundry-aip-agents";
      export { koreAgentPlatform } from "@org/sessions/kore-agent-platform";
      export { koreXo } from "@org/sessions/kore-xo";
    `,
    budget: budgets.facadeBundle,
  },
  { what: "openapi-fetch 0.17", code: `export { default } from "openapi-fetch";` },
  {
    what: "redocly generate-client 2.77, the Foundry API",
    code: `export { client } from ${JSON.stringify(generatedClient.source)};`,
  },
  {
    what: "@osdk/client 2.22, one call of @osdk/foundry.aipagents 2.38",
    code: `
      import { createPlatformClient } from "@osdk/client";
      import { Sessions } from "@osdk/foundry.aipagents";
      export const connect = createPlatformClient;
      export const getSession = Sessions.get;
    `,
  },
  { what: "ky 2.1", code: `export { default } from "ky";` },
];
