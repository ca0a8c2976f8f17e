import { jsonResponse } from "../json-response.js";
import type { Random } from "../random.js";
import { Refusal } from "../refusal.js";

const STATUS = {
  UNAUTHORIZED: 401,
  PERMISSION_DENIED: 403,
  INVALID_ARGUMENT: 400,
  NOT_FOUND: 404,
  INTERNAL: 500,
} as const;

/** Every error of the described operations: its code, and its status where that is not the code's usual one. */
const CATALOGUE = {
  ActionTypeNotFound: { code: "INVALID_ARGUMENT" },
  AgentNotFound: { code: "NOT_FOUND" },
  AgentVersionNotFound: { code: "NOT_FOUND" },
  ApiFeaturePreviewUsageOnly: { code: "INVALID_ARGUMENT" },
  ApiUsageDenied: { code: "PERMISSION_DENIED" },
  CreateSessionPermissionDenied: { code: "PERMISSION_DENIED" },
  FunctionLocatorNotFound: { code: "NOT_FOUND" },
  InvalidAgentVersion: { code: "INVALID_ARGUMENT" },
  InvalidPageSize: { code: "INVALID_ARGUMENT" },
  InvalidPageToken: { code: "INVALID_ARGUMENT" },
  MissingPostBody: { code: "INVALID_ARGUMENT" },
  NoPublishedAgentVersion: { code: "INVALID_ARGUMENT" },
  ObjectTypeIdsNotFound: { code: "NOT_FOUND" },
  ObjectTypeRidsNotFound: { code: "NOT_FOUND" },
  OntologyEntitiesNotFound: { code: "NOT_FOUND" },
  SessionNotFound: { code: "NOT_FOUND" },
  UnsupportedLanguageModelRid: { code: "INVALID_ARGUMENT" },
  "Conjure:InvalidArgument": { code: "INVALID_ARGUMENT" },
  "Conjure:MalformedCredentials": { code: "UNAUTHORIZED" },
  "Conjure:MissingCredentials": { code: "UNAUTHORIZED" },
  "Conjure:UnprocessableEntity": { code: "INVALID_ARGUMENT", status: 422 },
  "Conjure:UnsupportedMediaType": { code: "INVALID_ARGUMENT", status: 415 },
  "Default:Internal": { code: "INTERNAL" },
  "Default:PermissionDenied": { code: "PERMISSION_DENIED" },
  "Default:Unauthorized": { code: "UNAUTHORIZED" },
} as const satisfies Record<string, { code: keyof typeof STATUS; status?: number }>;

export type FoundryErrorName = keyof typeof CATALOGUE;

export interface FoundryErrorDetails {
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** A sentence for people, sent as `errorDescription`. */
  readonly description?: string;
}

/** Makes the refusal for a named error. */
export type FoundryErrors = (name: FoundryErrorName, details?: FoundryErrorDetails) => Refusal;

export function createFoundryErrors(random: Random): FoundryErrors {
  return (name, { parameters = {}, description } = {}) => {
    const { code, status = STATUS[code] }: { code: keyof typeof STATUS; status?: number } = CATALOGUE[name];
    return new Refusal(
      jsonResponse(status, {
        errorCode: code,
        errorName: name,
        errorInstanceId: random.uuid(),
        ...(description === undefined ? {} : { errorDescription: description }),
        parameters,
      }),
    );
  };
}
