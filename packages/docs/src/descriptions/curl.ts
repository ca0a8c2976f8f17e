import { serverAddress, type Operation } from "./operations.ts";

/** The environment variable that holds the credential of an API, in the shell examples. */
export const credentialVariables: Readonly<Record<string, string>> = {
  "foundry-aip-agents": "FOUNDRY_TOKEN",
  "kore-agent-platform": "KORE_API_KEY",
  "kore-xo": "XO_JWT",
};

/** The operation as a `curl` command, with the examples of its description. */
export function curlOf(operation: Operation): string {
  const { api, method, parameters, path, body } = operation;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters.find((parameter) => parameter.name === name)?.example)),
  );
  const query = parameters
    .filter(({ name }) => name === "preview")
    .map(({ name, example }) => `${name}=${String(example)}`);
  const url = `${new URL(serverAddress(api.document)).origin}${filled}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  const example = Object.values(body?.content?.["application/json"]?.examples ?? {})[0]?.value;
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${url}"`,
    `-H "${credentialHeader(operation)}"`,
    ...(body ? [`-H "Content-Type: application/json"`, `-d '${JSON.stringify(example ?? {})}'`] : []),
  ].join(" \\\n  ");
}

function credentialHeader({ api, security: [first = {}] }: Operation): string {
  const scheme = api.document.components.securitySchemes[Object.keys(first)[0] ?? ""];
  const variable = `$${credentialVariables[api.name] ?? "TOKEN"}`;
  return scheme?.type === "apiKey" ? `${scheme.name}: ${variable}` : `Authorization: Bearer ${variable}`;
}
