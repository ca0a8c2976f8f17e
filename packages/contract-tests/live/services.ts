import type { ApiName } from "../judges/support/api.ts";
import { mintJwt } from "../judges/support/jwt.ts";
import { newReferences } from "../judges/support/sign-in.ts";

/** An environment variable that says something about a service. */
export interface Variable {
  readonly name: string;
  readonly meaning: string;
  /** Whether its value may appear nowhere. */
  readonly isSecret: boolean;
  /** What is taken where it is not set. Without it, `optional` says whether the service can be asked at all. */
  readonly standard?: string;
  readonly optional?: boolean;
}

/** A real service, and how the environment speaks of it. */
export interface ServiceInfo {
  readonly name: ApiName;
  readonly title: string;
  readonly variables: readonly Variable[];
}

const needed = (name: string, meaning: string): Variable => ({ name, meaning, isSecret: false });
const secret = (name: string, meaning: string): Variable => ({ name, meaning, isSecret: true });

export const services: readonly ServiceInfo[] = [
  {
    name: "foundry-aip-agents",
    title: "Palantir Foundry AIP Agents",
    variables: [
      needed("FOUNDRY_URL", "address of the enrollment, such as https://acme.palantirfoundry.com"),
      secret("FOUNDRY_TOKEN", "a user token, or an access token of an application"),
      needed("FOUNDRY_AGENT_RID", "the agent whose sessions are listed"),
    ],
  },
  {
    name: "kore-agent-platform",
    title: "Kore.ai Agent Platform",
    variables: [
      { ...needed("KORE_AGENT_PLATFORM_URL", "address"), standard: "https://agent-platform.kore.ai" },
      secret("KORE_AGENT_PLATFORM_API_KEY", "a key of the app"),
      needed("KORE_AGENT_PLATFORM_APP_ID", "the app whose sessions are listed"),
      needed("KORE_AGENT_PLATFORM_ENV_NAME", "the environment of the app"),
    ],
  },
  {
    name: "kore-xo",
    title: "Kore.ai XO Platform",
    variables: [
      { ...needed("KORE_XO_URL", "address"), standard: "https://platform.kore.ai" },
      needed("KORE_XO_CLIENT_ID", "client id of an app of the bot with the scope Bot Sessions"),
      secret("KORE_XO_CLIENT_SECRET", "its client secret"),
      needed("KORE_XO_BOT_ID", "the bot whose sessions are listed"),
      { ...needed("KORE_XO_ACCOUNT_CLIENT_ID", "client id of an app of the account"), optional: true },
      { ...secret("KORE_XO_ACCOUNT_CLIENT_SECRET", "its client secret"), optional: true },
    ],
  },
];

export type Environment = Readonly<Record<string, string | undefined>>;

/** A service that the environment has what it takes to reach. */
export interface Target extends ServiceInfo {
  /** Without a slash at the end, and without the base path of the API. */
  readonly baseUrl: string;
  /** By the name of the variable. */
  readonly values: Readonly<Record<string, string>>;
  /** For the workflows. */
  readonly inputs: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
}

export interface Unreachable extends ServiceInfo {
  /** Variables that are not set. */
  readonly missing: readonly Variable[];
}

/** Reads what the environment says of a service. An empty variable is none. */
export function readTarget(service: ServiceInfo, environment: Environment): Target | Unreachable {
  const valueOf = ({ name, standard }: Variable): string | undefined => environment[name]?.trim() || standard;
  const missing = service.variables.filter((variable) => variable.optional !== true && !valueOf(variable));
  if (missing.length > 0) return { ...service, missing };
  const set = service.variables.flatMap((variable) => {
    const value = valueOf(variable);
    return value === undefined ? [] : [{ ...variable, value }];
  });
  const values = Object.fromEntries(set.map(({ name, value }) => [name, value]));
  const inputs = inputsOf(service.name, values);
  const tokens = ["token", "apiKey", "botToken", "accountToken"].flatMap((name) => inputs[name] ?? []);
  return {
    ...service,
    baseUrl: addressOf(service, values),
    values,
    inputs,
    secrets: [...set.filter(({ isSecret }) => isSecret).map(({ value }) => value), ...tokens],
  };
}

function addressOf({ variables }: ServiceInfo, values: Readonly<Record<string, string>>): string {
  const name = variables[0]!.name;
  const url = URL.parse(values[name]!);
  if (url === null) throw new UsageError(`${name} must be an address such as https://example.com`);
  if (url.protocol !== "https:" && !isLoopback(url.hostname))
    throw new UsageError(`${name} must begin with https://, so that credentials cannot be read on the way`);
  return url.origin;
}

/** Whether an address is on this machine: an emulator in the place of a service. */
export const isLoopback = (hostname: string): boolean => /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);

function inputsOf(name: ApiName, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const value = (variable: string): string => values[variable]!;
  switch (name) {
    case "foundry-aip-agents":
      return { token: value("FOUNDRY_TOKEN"), agentRid: value("FOUNDRY_AGENT_RID") };
    case "kore-agent-platform":
      return {
        apiKey: value("KORE_AGENT_PLATFORM_API_KEY"),
        appId: value("KORE_AGENT_PLATFORM_APP_ID"),
        envName: value("KORE_AGENT_PLATFORM_ENV_NAME"),
        ...newReferences(),
      };
    case "kore-xo": {
      const { KORE_XO_ACCOUNT_CLIENT_ID: accountId, KORE_XO_ACCOUNT_CLIENT_SECRET: accountSecret } = values;
      return {
        botToken: mintJwt(value("KORE_XO_CLIENT_ID"), value("KORE_XO_CLIENT_SECRET")),
        botId: value("KORE_XO_BOT_ID"),
        ...(accountId && accountSecret ? { accountToken: mintJwt(accountId, accountSecret) } : {}),
      };
    }
  }
}

/** Something that the caller has to set right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
