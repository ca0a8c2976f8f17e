// The Redocly plugin that holds our rules. `redocly.yaml` switches all of them on by extending `specs/all`.
import type { Rule } from "./context.ts";
import { extensibleEnum } from "./extensible-enum.ts";
import { flatUnion } from "./flat-union.ts";
import { knownExtension } from "./known-extension.ts";
import { mediaTypeExample } from "./media-type-example.ts";
import { noInfoSummary } from "./no-info-summary.ts";
import { noUnevaluatedProperties } from "./no-unevaluated-properties.ts";
import { nullableType } from "./nullable-type.ts";
import { openArm } from "./open-arm.ts";
import { operationPagination } from "./operation-pagination.ts";
import { operationRateLimit } from "./operation-rate-limit.ts";
import { operationRetry } from "./operation-retry.ts";
import { operationSource } from "./operation-source.ts";
import { operationStatuses } from "./operation-statuses.ts";
import { personalData } from "./personal-data.ts";
import { requestClosed } from "./request-closed.ts";
import { responseHeaderRequired } from "./response-header-required.ts";
import { responseName } from "./response-name.ts";
import { responseOpen } from "./response-open.ts";
import { responseOutcome } from "./response-outcome.ts";

export const rules: Readonly<Record<string, Rule>> = {
  "extensible-enum": extensibleEnum,
  "flat-union": flatUnion,
  "known-extension": knownExtension,
  "media-type-example": mediaTypeExample,
  "no-info-summary": noInfoSummary,
  "no-unevaluated-properties": noUnevaluatedProperties,
  "nullable-type": nullableType,
  "open-arm": openArm,
  "operation-pagination": operationPagination,
  "operation-rate-limit": operationRateLimit,
  "operation-retry": operationRetry,
  "operation-source": operationSource,
  "operation-statuses": operationStatuses,
  "personal-data": personalData,
  "request-closed": requestClosed,
  "response-header-required": responseHeaderRequired,
  "response-name": responseName,
  "response-open": responseOpen,
  "response-outcome": responseOutcome,
};

const all = { rules: Object.fromEntries(Object.keys(rules).map((name) => [`specs/${name}`, "error"])) };

export default () => ({ id: "specs", rules: { oas3: rules }, configs: { all } });
