import { expect, test } from "vitest";
import { harText, recordingFetch, type HarEntry } from "../drift/har.ts";
import { withEmulator } from "../support/emulator.ts";
import { textsWithSecrets } from "../support/secrets.ts";

test.each([
  ["plain", (secret: string) => `token ${secret}.`],
  ["inside JSON", (secret: string) => JSON.stringify({ secret })],
  ["in a query", (secret: string) => `?${new URLSearchParams({ secret }).toString()}`],
  ["in base64", (secret: string) => Buffer.from(secret).toString("base64")],
])("a secret is found %s", (_, spell) => {
  const texts = { clean: "nothing here", dirty: spell('s3cret/"quoted"') };
  expect(textsWithSecrets(texts, ['s3cret/"quoted"'])).toEqual(["dirty"]);
});

test("a recording holds the requests without their credentials", async () => {
  await withEmulator(async ({ url, emulator }) => {
    const entries: HarEntry[] = [];
    const { foundry, agentPlatform, xo } = emulator.credentials;
    const credentials = { authorization: `Bearer ${foundry.token}`, "x-api-key": agentPlatform.apiKey, auth: xo.token };
    const listing = `${url}/api/v2/aipAgents/agents/${foundry.agentRid}/sessions?preview=true&pageSize=1`;
    const response = await recordingFetch(entries)(listing, { headers: credentials });
    expect(response.status).toBe(200);
    const text = harText(entries);
    expect(text).toContain("pageSize");
    expect(text).toContain("Bearer [secret]");
    expect(textsWithSecrets({ text }, [foundry.token, agentPlatform.apiKey, xo.token])).toEqual([]);
  });
});
