import type { CompiledDescription, CompiledMedia } from "./description.js";
import { deviationAt, type Deviation } from "./deviation.js";
import { findings } from "./explain.js";
import { isJson, isText, mediaFor } from "./media-type.js";
import type { Show } from "./show.js";

export interface BodyInput {
  readonly description: CompiledDescription;
  readonly operation: string;
  /** `/request` or `/response`. */
  readonly side: "/request" | "/response";
  /** Empty: no body is documented. */
  readonly content: readonly CompiledMedia[];
  readonly required: boolean;
  readonly headers: Headers;
  readonly bodyText: string | undefined;
  readonly show: Show;
}

/** Compares a body with the documented ones: its presence, its content type, its text, its value. */
export function checkBody(input: BodyInput): readonly Deviation[] {
  const { content, headers, operation, show } = input;
  const bodyText = input.bodyText ?? "";
  const place = `${input.side}/body`;
  const types = content.map((media) => media.type).join(" or ");

  if (bodyText === "") {
    if (!input.required || content.length === 0) return [];
    return [{ kind: "missing-body", operation, place, found: "nothing", expected: `a body of type ${types}` }];
  }
  if (content.length === 0) {
    const found = `a body of ${bodyText.length} characters`;
    return [{ kind: "unexpected-body", operation, place, found, expected: "no body" }];
  }
  const contentType = headers.get("content-type");
  const media = contentType === null ? undefined : mediaFor(content, contentType);
  if (contentType === null || media === undefined) {
    const found = show(contentType ?? undefined);
    const header = `${input.side}/header/content-type`;
    return [{ kind: "unsupported-content-type", operation, place: header, found, expected: types }];
  }
  if (!isJson(contentType)) {
    return isText(contentType) ? checkValue(input, media, place, bodyText) : [];
  }
  let value: unknown;
  try {
    value = JSON.parse(bodyText);
  } catch {
    return [{ kind: "unreadable-body", operation, place, found: show(bodyText), expected: "JSON" }];
  }
  return checkValue(input, media, place, value);
}

function checkValue(input: BodyInput, media: CompiledMedia, place: string, value: unknown): readonly Deviation[] {
  if (media.check === undefined) return [];
  const { description, operation, show } = input;
  return findings(description, media.check, value).map(deviationAt({ kind: "invalid-body", operation, place, show }));
}
