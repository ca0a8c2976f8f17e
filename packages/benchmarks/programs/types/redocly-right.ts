import { client } from "../../.generated/redocly-client.ts";

const session = await client.getSession({ path: { agentRid: "an-agent", sessionRid: "a-session" } });
export const title: string = session.metadata.title;
