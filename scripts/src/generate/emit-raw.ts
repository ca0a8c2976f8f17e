import type { Emitted } from "./emitted.ts";
import type { ApiModel } from "./model.ts";
import { pascalCase } from "./names.ts";

/** The entry point `/raw`: openapi-fetch with the client's address and credential. */
export function emitRaw({ name }: ApiModel): Emitted {
  const client = pascalCase(name);
  const text = `import { signedFetch, transportOf } from "@org/runtime";
    import createClient, { type Client } from "openapi-fetch";
    import type { ${client} } from "../client.js";
    import type { paths } from "./openapi.js";

    export type { paths } from "./openapi.js";

    /**
     * The way out: an openapi-fetch client with the same address and credential, for what the operations cannot do.
     *
     * It knows no retries, no timeouts, no rate limits and no errors of ours: \`data\`, \`error\` and \`response\` are
     * openapi-fetch's own.
     */
    export function rawClient(client: ${client}): Client<paths, "application/json"> {
      const transport = transportOf(client);
      return createClient<paths, "application/json">({ baseUrl: transport.baseUrl, fetch: signedFetch(transport) });
    }\n`;
  // An entry point of its own, so nothing of it belongs into the index.
  return { file: "raw.ts", text, types: [], values: [] };
}
