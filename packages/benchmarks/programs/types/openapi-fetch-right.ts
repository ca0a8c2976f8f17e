import type { paths } from "@org/foundry-aip-agents/raw";
import createClient from "openapi-fetch";

const client = createClient<paths, "application/json">({ baseUrl: "https://acme.palantirfoundry.com/api" });
const { data } = await client.GET("/v2/aipAgents/agents/{agentRid}/sessions/{sessionRid}", {
  params: { path: { agentRid: "an-agent", sessionRid: "a-session" } },
});
export const title: string | undefined = data?.metadata.title;
