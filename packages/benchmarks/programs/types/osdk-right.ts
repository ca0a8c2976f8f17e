import { createPlatformClient } from "@osdk/client";
import { Sessions } from "@osdk/foundry.aipagents";

const client = createPlatformClient("https://acme.palantirfoundry.com", async () => "a-token");
const session = await Sessions.get(client, "an-agent", "a-session", { preview: true });
export const title: string = session.metadata.title;
