import type { CompiledMedia } from "./description.js";

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function essenceOf(contentType: string): string {
  return contentType.split(";", 1)[0]!.trim().toLowerCase();
}

/** The documented media type for a content type: itself, else its range (`text/*`), else any. */
export function mediaFor(content: readonly CompiledMedia[], contentType: string): CompiledMedia | undefined {
  const essence = essenceOf(contentType);
  const wanted = [essence, `${essence.split("/", 1)[0]}/*`, "*/*"];
  return wanted.map((type) => content.find((media) => media.type === type)).find((media) => media !== undefined);
}

export function isJson(contentType: string): boolean {
  return /^[^/]+\/(?:json|[^/]+\+json)$/.test(essenceOf(contentType));
}

export function isText(contentType: string): boolean {
  return essenceOf(contentType).startsWith("text/");
}
