import type { CreateSessionError, Session } from "@org/foundry-aip-agents";
import { isApiError, isRateLimitedError, isSdkError, SdkError, type Attempt } from "@org/runtime";
import { exactly, holds, type Same } from "../support/expect.js";
import { agentPlatform, foundry, xo } from "./clients.js";

const agentRid = "ri.aip-agents..agent.1";

// The name narrows the error, and with it its parameters.
const result = await foundry.getSession.safe({ agentRid, sessionRid: "ri.aip-agents..session.1" });
if (!result.ok && result.error.name === "SessionNotFound") {
  exactly<string>()(result.error.parameters.agentRid);
  exactly<string>()(result.error.parameters.sessionRid);
  exactly<404>()(result.error.status);
}
if (!result.ok && result.error.name === "AgentNotFound") {
  exactly<string>()(result.error.parameters.agentRid);
  // @ts-expect-error TS2339: Property 'sessionRid' does not exist on type 'AgentNotFoundParameters'
  exactly<string>()(result.error.parameters.sessionRid);
}
if (!result.ok && result.error.name === "UnrecognizedApiError") {
  exactly<unknown>()(result.error.parameters);
  exactly<string | undefined>()(result.error.vendorName);
  exactly<number>()(result.error.status);
}
if (!result.ok) {
  switch (result.error.name) {
    case "RateLimited":
      exactly<number | undefined>()(result.error.retryAt);
      exactly<"service" | "client">()(result.error.limitedBy);
      break;
    case "TimeoutError":
    case "ConnectionError":
      exactly<"notSent" | "rejected" | "unknown">()(result.error.outcome);
      break;
    case "ConfigurationError":
      exactly<string>()(result.error.field);
  }
}

// Each operation's names are closed: one that cannot come is a mistake where it stands.
if (!result.ok) {
  // @ts-expect-error TS2367: This comparison appears to be unintentional
  if (result.error.name === "SesionNotFound") throw result.error;
  // @ts-expect-error TS2367: This comparison appears to be unintentional
  if (result.error.name === "InvalidPageSize") throw result.error;
}
for await (const listed of foundry.listSessions.safe({ agentRid })) {
  if (!listed.ok && listed.error.name === "InvalidPageSize") exactly<number>()(listed.error.parameters.pageSize);
  // @ts-expect-error TS2367: This comparison appears to be unintentional
  if (!listed.ok && listed.error.name === "SessionNotFound") throw listed.error;
  if (!listed.ok && listed.error.name === "PaginationError") exactly<string | undefined>()(listed.error.resume);
}
const found = await xo.lookUpSessions.safe({ ids: ["1"] });
if (!found.ok) {
  if (found.error.name === "Forbidden") exactly<403>()(found.error.status);
  // @ts-expect-error TS2367: This comparison appears to be unintentional
  if (found.error.name === "AgentNotFound") throw found.error;
}

// A switch over all names is exhaustive.
function isFinal(error: CreateSessionError): boolean {
  switch (error.name) {
    case "RateLimited":
    case "ServiceUnavailable":
      return false;
    case "ActionTypeNotFound":
    case "AgentNotFound":
    case "AgentVersionNotFound":
    case "ApiFeaturePreviewUsageOnly":
    case "ApiUsageDenied":
    case "Conjure:InvalidArgument":
    case "Conjure:MalformedCredentials":
    case "Conjure:MissingCredentials":
    case "Conjure:UnprocessableEntity":
    case "Conjure:UnsupportedMediaType":
    case "CreateSessionPermissionDenied":
    case "Default:Internal":
    case "Default:PermissionDenied":
    case "Default:Unauthorized":
    case "FunctionLocatorNotFound":
    case "InvalidAgentVersion":
    case "MissingPostBody":
    case "NoPublishedAgentVersion":
    case "ObjectTypeIdsNotFound":
    case "ObjectTypeRidsNotFound":
    case "OntologyEntitiesNotFound":
    case "SessionNotFound":
    case "UnsupportedLanguageModelRid":
    case "AbortError":
    case "ConfigurationError":
    case "ConnectionError":
    case "CredentialsError":
    case "RedirectError":
    case "TimeoutError":
    case "UnreadableResponseError":
    case "UnrecognizedApiError":
      return true;
  }
}
exactly<(error: CreateSessionError) => boolean>()(isFinal);

// What is caught is narrowed by the method that was called, and then by name.
try {
  exactly<Session>()(await foundry.createSession({ agentRid }));
} catch (caught) {
  if (foundry.createSession.isError(caught)) {
    exactly<CreateSessionError>()(caught);
    if (caught.name === "AgentVersionNotFound") exactly<string>()(caught.parameters.agentVersionString);
    // @ts-expect-error TS2367: This comparison appears to be unintentional
    if (caught.name === "BadRequest") throw caught;
  } else if (agentPlatform.createAppSession.isError(caught)) {
    if (caught.name === "Conflict") exactly<409>()(caught.status);
  } else if (isApiError(caught)) {
    exactly<unknown>()(caught.parameters);
  } else if (isSdkError(caught)) {
    exactly<readonly Attempt[]>()(caught.attempts);
  }
  // @ts-expect-error TS18046: 'caught' is of type 'unknown'
  exactly<string>()(caught.name);
  if (isRateLimitedError(caught)) holds<Same<typeof caught.name, "RateLimited">>();
  if (caught instanceof SdkError) exactly<string | undefined>()(caught.requestId);
}
