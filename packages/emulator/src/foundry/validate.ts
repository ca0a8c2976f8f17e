import type { Deviation } from "@org/contract";
import type { Call } from "../exchange.js";
import { describeDeviation } from "../service.js";
import type { FoundryErrorName, FoundryErrors } from "./errors.js";
import type { FoundrySettings } from "./options.js";

/** Deviations in the order in which they are answered, and the error for each where the place does not decide. */
const ANSWERS: readonly (readonly [Deviation["kind"], FoundryErrorName])[] = [
  ["missing-parameter", "Conjure:InvalidArgument"],
  ["invalid-parameter", "Conjure:InvalidArgument"],
  ["unknown-parameter", "Conjure:InvalidArgument"],
  ["unexpected-body", "Conjure:InvalidArgument"],
  ["unsupported-content-type", "Conjure:UnsupportedMediaType"],
  ["missing-body", "MissingPostBody"],
  ["unreadable-body", "Conjure:UnprocessableEntity"],
  ["invalid-body", "Conjure:UnprocessableEntity"],
];

export interface ValidateOptions {
  readonly settings: FoundrySettings;
  readonly refuse: FoundryErrors;
}

/** Refuses a request that deviates from the description, or that does not ask for the preview. */
export function validate(call: Call, deviations: readonly Deviation[], { settings, refuse }: ValidateOptions): void {
  const { operation, url, bodyText } = call;
  const preview = url.searchParams.get("preview");
  if (preview === null || preview === "false") {
    throw refuse("ApiFeaturePreviewUsageOnly", { description: `${operation.id} is in preview: add preview=true` });
  }
  for (const [kind, name] of ANSWERS) {
    const deviation = deviations.find((candidate) => candidate.kind === kind);
    if (deviation === undefined) continue;
    throw (
      pagingError(deviation, url.searchParams, refuse) ?? refuse(name, { description: describeDeviation(deviation) })
    );
  }
  if (operation.id === "createSession" && settings.createBody === "required" && bodyText === "") {
    throw refuse("MissingPostBody", { description: "The request has no body; send at least {}" });
  }
}

/** Two parameters have errors of their own. */
function pagingError({ place, kind }: Deviation, query: URLSearchParams, refuse: FoundryErrors): Error | undefined {
  if (kind !== "invalid-parameter") return undefined;
  if (place === "/request/query/pageToken") {
    return refuse("InvalidPageToken", { parameters: { pageToken: query.get("pageToken") } });
  }
  const pageSize = query.get("pageSize") ?? "";
  // Any other text is not a page size at all, and fails like every argument that cannot be read.
  if (place !== "/request/query/pageSize" || !/^(0|-\d{1,9})$/.test(pageSize)) return undefined;
  return refuse("InvalidPageSize", { parameters: { pageSize: Number(pageSize) } });
}
