import { pathParameter, type Call } from "../exchange.js";
import { apiKeys, apps, type ApiKey, type App, type Permission } from "./apps.js";
import { refuse } from "./errors.js";

const PERMISSIONS: Readonly<Record<string, Permission>> = {
  createAppSession: "Session Create",
  listAppSessions: "Session Details",
};

/** Who calls, and the place that the path names. */
export interface AppCaller {
  readonly apiKey: ApiKey;
  readonly app: App;
  readonly envName: string;
}

/** Finds the key's owner, then the app and its environment, whose name must be spelled exactly. */
export function authenticate(call: Call): AppCaller {
  const apiKey = apiKeys.get(call.headers.get("x-api-key") ?? "");
  if (apiKey === undefined) throw refuse(401, "Unauthorized");

  const app = apps.get(pathParameter(call, "appId"));
  if (app === undefined) throw refuse(404, "App not found");
  const permission = PERMISSIONS[call.operation.id];
  if (apiKey.appId !== app.appId || (permission !== undefined && !apiKey.permissions.includes(permission))) {
    throw refuse(403, "Forbidden resource");
  }
  const envName = pathParameter(call, "envName");
  if (!app.envNames.includes(envName)) throw refuse(404, "Environment not found");
  return { apiKey, app, envName };
}
