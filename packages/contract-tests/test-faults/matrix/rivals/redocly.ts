import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Rival } from "./rival.ts";

/** As much of the generated module as a call needs. It is generated at run time, so its own types are not there yet. */
interface GeneratedModule {
  readonly OPERATIONS: unknown;
  createClient(operations: unknown, config: object): GeneratedClient;
}

type Generated<Answer> = (args: object, init: { readonly signal: AbortSignal }) => Answer;

interface GeneratedClient {
  readonly createSession: Generated<Promise<unknown>>;
  readonly getSession: Generated<Promise<unknown>>;
  readonly listSessions: { readonly pages: Generated<AsyncIterable<unknown>> };
}

const folder = fileURLToPath(new URL("../../.generated/", import.meta.url));

/** How the API pages, which this generator does not guess. */
const configuration = `telemetry: off
client:
  pagination:
    style: cursor
    cursorParam: pageToken
    nextCursor: /nextPageToken
    items: /data
`;

/** Has Redocly make a client of our description, as its guide says: retries on, a timeout, pagination declared. */
export async function redocly(): Promise<Rival> {
  const { OPERATIONS, createClient } = await generate();
  return {
    name: "redocly generate-client",
    lacks: ({ totalTimeoutMs }) =>
      totalTimeoutMs === undefined ? undefined : "has no limit for all attempts together",
    async call(operation, { url, token, signal, faultCase, credentials: { agentRid, sessionRid } }) {
      const client = createClient(OPERATIONS, {
        serverUrl: `${url}/api`,
        auth: { bearer: token },
        retry: { retries: 3 },
        // Longer than ours: this process runs a hundred calls at once, and a request that never left proves nothing.
        timeout: faultCase.timeoutMs === undefined ? 10_000 : 1000,
      });
      const query = { preview: true };
      switch (operation) {
        case "createSession":
          return client.createSession({ path: { agentRid }, query, body: {} }, { signal });
        case "getSession":
          return client.getSession({ path: { agentRid, sessionRid }, query }, { signal });
        default: {
          let last: unknown;
          for await (const page of client.listSessions.pages({ path: { agentRid }, query }, { signal })) last = page;
          return last;
        }
      }
    },
  };
}

async function generate(): Promise<GeneratedModule> {
  const { resolve } = createRequire(import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}redocly.yaml`, configuration);
  const output = `${folder}redocly-client.ts`;
  const description = resolve("@org/specs/foundry-aip-agents");
  execFileSync(
    process.execPath,
    [resolve("@redocly/cli/bin/cli.js"), "generate-client", description, "--output", output],
    {
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
      env: { ...process.env, REDOCLY_TELEMETRY: "off", REDOCLY_SUPPRESS_UPDATE_NOTICE: "true" },
    },
  );
  return (await import(pathToFileURL(output).href)) as GeneratedModule;
}
