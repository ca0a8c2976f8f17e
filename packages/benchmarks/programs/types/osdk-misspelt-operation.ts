import { createPlatformClient } from "@osdk/client";
import { Sessions } from "@osdk/foundry.aipagents";

const client = createPlatformClient("https://acme.palantirfoundry.com", async () => "a-token");
// oxlint-disable-next-line import/namespace -- misspelt on purpose
const session = await Sessions.gte(client, "an-agent", "a-session", { preview: true });
export const title: string = session.metadata.title;
