import type { CompiledDescription, CompiledMedia } from "./description.js";
import { deviationAt, type Deviation } from "./deviation.js";
import { findings } from "./explain.js";
import { isJson, isText, mediaFor } from "./media-type.js";
import { parseJson } from "./parse-json.js";
import type { RequestParts } from "./parts.js";
import type { Show } from "./show.js";

export interface BodyInput {
  readonly description: CompiledDescription;
  readonly operation: string;
  /** `/request` or `/response`. */
  readonly side: "/request" | "/response";
  /** JSON pointer into the description, to the body or the response. */
  readonly at: string;
  /** Empty: no body is documented. */
  readonly content: readonly CompiledMedia[];
  readonly required: boolean;
  readonly message: Pick<RequestParts, "headers" | "bodyText" | "bodyIsUnread">;
  readonly show: Show;
}

/** Compares a body with the documented ones: its presence, its content type, its text, its value. */
export function checkBody(input: BodyInput): readonly Deviation[] {
  const { at, content, operation, show } = input;
  const { headers, bodyText = "", bodyIsUnread = false } = input.message;
  const place = `${input.side}/body`;
  const types = content.map((media) => media.type).join(" or ");

  if (bodyText === "" && !bodyIsUnread) {
    if (!input.required || content.length === 0) return [];
    return [{ kind: "missing-body", operation, place, found: "nothing", expected: `a body of type ${types}`, at }];
  }
  if (content.length === 0) {
    const found = bodyIsUnread ? "a body" : `a body of ${bodyText.length} characters`;
    return [{ kind: "unexpected-body", operation, place, found, expected: "no body", at }];
  }
  const contentType = headers.get("content-type");
  const media = contentType === null ? undefined : mediaFor(content, contentType);
  if (contentType === null || media === undefined) {
    const found = show(contentType ?? undefined);
    const header = `${input.side}/header/content-type`;
    return [
      { kind: "unsupported-content-type", operation, place: header, found, expected: types, at: `${at}/content` },
    ];
  }
  if (bodyIsUnread) return [];
  if (!isJson(contentType)) {
    return isText(contentType) ? checkValue(input, media, place, bodyText) : [];
  }
  let value: unknown;
  try {
    value = parseJson(bodyText);
  } catch {
    // What is marked in the body cannot be found in text that is not JSON.
    const found = media.hidden === undefined ? show(bodyText) : `text of ${bodyText.length} characters`;
    return [{ kind: "unreadable-body", operation, place, found, expected: "JSON", at: media.at }];
  }
  return checkValue(input, media, place, value);
}

function checkValue(input: BodyInput, media: CompiledMedia, place: string, value: unknown): readonly Deviation[] {
  if (media.check === undefined) return [];
  const { description, operation, show } = input;
  const { hidden } = media;
  const about = { kind: "invalid-body", operation, place, show, description, hidden } as const;
  return findings(description, media.check, value).map(deviationAt(about));
}
