import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../specs/apis.ts";
import type { Plan } from "./plan.ts";

/** The provider whose recipe is followed: it has the fewest files of its own. */
const recipe = join(repository, "packages/kore-agent-platform");
const copy = (file: string): string => readFileSync(join(recipe, file), "utf8");

/** The hand-written files of a client's package, as small as they can be. */
export function packageFiles(plan: Plan): ReadonlyMap<string, string> {
  return new Map([
    ["package.json", `${JSON.stringify(manifest(plan), null, 2)}\n`],
    ["README.md", readme(plan)],
    ["tsconfig.json", copy("tsconfig.json")],
    ["tsconfig.build.json", copy("tsconfig.build.json")],
    ["src/client.ts", client(plan)],
    ["src/index.ts", index(plan)],
  ]);
}

/** The manifest of a provider, with what is this one's own. */
function manifest({ name, scope, title }: Plan): object {
  const model = JSON.parse(copy("package.json")) as Readonly<Record<string, object>>;
  const own = {
    name: `${scope}/${name}`,
    version: "0.0.0",
    description: `Typed client for ${title}`,
    keywords: [name, "sessions"],
    repository: { ...model["repository"], directory: `packages/${name}` },
    scripts: { ...model["scripts"], test: "vitest run --testTimeout=30000 --hookTimeout=30000 --passWithNoTests" },
  };
  return { ...model, ...own };
}

function readme({ name, scope, title, type, list, secret }: Plan): string {
  return `# ${scope}/${name}

A typed client for ${title}. Its operations are those of [the description](../../specs/${name}/openapi.yaml); \`create${type}({ auth: { ${secret} } })\` makes a client, and \`for await\` over \`${list.id}\` reads a listing to its end.
`;
}

function client({ type, title, scope, hasDefaultHost, secret }: Plan): string {
  const baseUrl = hasDefaultHost
    ? ""
    : `
  /** Address of the service. */
  readonly baseUrl: string | URL;`;
  return `import { attachTransport, ConfigurationError, createTransport, type ClientOptions, type TokenSource } from "${scope}/runtime";
import { api, bindOperations, type ${type}Operations } from "./generated/index.js";

/** How the client signs in. */
export interface ${type}Auth {
  /** A secret, or a function that gives one. */
  readonly ${secret}: TokenSource;
}

/** Options of {@link create${type}}. */
export interface ${type}Options extends ClientOptions {${baseUrl}
  readonly auth: ${type}Auth;
}

/** A client of ${title}. */
export type ${type} = ${type}Operations;

/**
 * Makes a client. Nothing is sent before the first call.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function create${type}(options: ${type}Options): ${type} {
  if (typeof options?.auth !== "object" || options.auth === null) {
    throw new ConfigurationError("auth", "is missing; give { ${secret} }");
  }
  const { auth, ...rest } = options;
  const transport = createTransport(api, rest, { credential: { source: auth.${secret}, field: "auth.${secret}" } });
  return attachTransport(bindOperations(transport), transport);
}
`;
}

function index({ type }: Plan): string {
  return `export { create${type} } from "./client.js";
export type { ${type}, ${type}Auth, ${type}Options } from "./client.js";
export * from "./generated/index.js";
`;
}
