import type { JsonType, TextForm } from "./description.js";
import { parseJson } from "./parse-json.js";

const SEPARATORS = { simple: ",", form: ",", spaceDelimited: " ", pipeDelimited: "|", deepObject: "," } as const;

/**
 * What the texts of one parameter or header can mean, the most telling reading first. Text becomes a number, a
 * boolean or null only where the schema allows that type and the text is exactly one.
 */
export function readings(form: TextForm, texts: readonly string[]): readonly unknown[] {
  if (form.style === "json") return [parsed(texts.join(","))];
  const [first = ""] = texts;
  const whole = texts.length > 1 ? texts : first;
  const list = form.items === undefined ? [] : [itemsOf(form, texts).map((text) => coerce(text, form.items ?? []))];
  const fields = form.properties === undefined ? [] : [pairsIn(form, first)];
  const scalar = typeof whole === "string" ? [coerce(whole, form.types), whole] : [whole];
  return [...list, ...fields, ...scalar];
}

/** An object from its properties' texts, each read as its own schema says. */
export function objectOf(form: TextForm, entries: Iterable<readonly [string, string]>): Record<string, unknown> {
  const read = [...entries].map(([name, text]) => [name, coerce(text, form.properties?.[name] ?? [])] as const);
  return Object.fromEntries(read);
}

function itemsOf(form: TextForm, texts: readonly string[]): readonly string[] {
  if (form.explode && (form.style === "form" || form.style === "matrix")) return texts;
  const items = texts.flatMap((text) => (text === "" ? [] : text.split(separatorOf(form))));
  return form.style === "simple" ? items.map((item) => item.trim()) : items;
}

/** `a,1,b,2`, or exploded `a=1,b=2`. */
function pairsIn(form: TextForm, text: string): Record<string, unknown> {
  const parts = text.split(separatorOf(form));
  const entries: [string, string][] = [];
  if (form.explode) {
    for (const part of parts) entries.push([part.split("=", 1)[0]!, part.slice(part.indexOf("=") + 1)]);
  } else {
    for (let index = 0; index < parts.length; index += 2) entries.push([parts[index]!, parts[index + 1] ?? ""]);
  }
  return objectOf(form, entries);
}

function separatorOf({ style, explode }: TextForm): string {
  if (style === "label") return explode ? "." : ",";
  if (style === "matrix") return explode ? ";" : ",";
  return style === "json" ? "," : SEPARATORS[style];
}

function coerce(text: string, types: readonly JsonType[]): unknown {
  if (types.includes("integer") && /^-?(?:0|[1-9]\d*)$/.test(text)) return Number(text);
  if (types.includes("number") && /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.includes("null") && text === "") return null;
  return text;
}

function parsed(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
