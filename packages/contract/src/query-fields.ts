import type { CompiledParameter } from "./description.js";

/** An object that the query carries in parts. */
export type QueryFields = readonly (readonly [name: string, text: string])[];

/** `filter[year]=1973` */
export function isDeepObject({ form }: CompiledParameter): boolean {
  return form.style === "deepObject";
}

/** An object whose properties are query parameters of their own: `year=1973`. */
export function isSpread({ form }: CompiledParameter): boolean {
  return form.properties !== undefined && form.style === "form" && form.explode;
}

/** Whether a key of the query is a part of the deep object of this name. */
export function isPartOf(name: string, key: string): boolean {
  return key.startsWith(`${name}[`) && key.endsWith("]");
}

/** The properties, as text, of an object that is carried in parts. */
export function fieldsIn(query: URLSearchParams, parameter: CompiledParameter): QueryFields {
  const { name, form } = parameter;
  if (isSpread(parameter)) return [...query].filter(([key]) => Object.hasOwn(form.properties ?? {}, key));
  return [...query]
    .filter(([key]) => isPartOf(name, key))
    .map(([key, text]) => [key.slice(name.length + 1, -1), text] as const);
}
