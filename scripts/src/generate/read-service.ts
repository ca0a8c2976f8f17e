// What holds for an API as a whole: where it is, and which header carries the credential.
import { resolve, type OpenApi, type SecurityScheme } from "./document.ts";
import type { ApiModel } from "./model.ts";
import type { Problems } from "./problems.ts";

export function readServer({ servers = [] }: OpenApi, problems: Problems): Pick<ApiModel, "basePath" | "defaultHost"> {
  const [server] = servers;
  const [, host = "", path = ""] = /^https:\/\/([^/]+)(\/.*)?$/.exec(server?.url ?? "") ?? [];
  if (host === "") {
    problems.add(["servers"], "servers: the first one must have a url such as https://{host}/api");
    return { basePath: "" };
  }
  const filled = host.replace(/\{(.+?)\}/g, (_, name: string) => server?.variables?.[name]?.default ?? "");
  // example.* is nobody's: the API has no host of its own, only installations.
  return { basePath: path, ...(!filled.startsWith("example.") && { defaultHost: filled }) };
}

type Auth = ApiModel["auth"];

export function readAuth(document: OpenApi, problems: Problems): Auth {
  const schemes = Object.entries(document.components?.securitySchemes ?? {});
  const headers = new Map<string, Auth>();
  for (const [name, node] of schemes) {
    const auth = headerOf(resolve<SecurityScheme>(document, node));
    const trail = ["components", "securitySchemes", name];
    if (auth === undefined)
      problems.add(trail, `${name}: only bearer tokens, OAuth and keys in a header are supported yet`);
    else headers.set(JSON.stringify(auth), auth);
  }
  const [auth = { header: "Authorization" }, ...others] = headers.values();
  const trail = ["components", "securitySchemes"];
  if (schemes.length === 0) problems.add(trail, "securitySchemes: none is described; a client must know its header");
  if (others.length > 0) problems.add(trail, "securitySchemes: credentials in different headers are not supported yet");
  return auth;
}

function headerOf({ type, scheme, in: place, name }: SecurityScheme): Auth | undefined {
  if (type === "oauth2" || (type === "http" && scheme?.toLowerCase() === "bearer")) {
    return { header: "Authorization", scheme: "Bearer" };
  }
  return type === "apiKey" && place === "header" && name !== undefined ? { header: name } : undefined;
}
