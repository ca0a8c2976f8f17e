import type { TextForm } from "./description.js";

/**
 * What a path parameter carries, without the marks of its style: `blue` of `.blue` (label) or `;color=blue` (matrix).
 * Several texts are the items of a list. `undefined`: the marks are not there.
 */
export function plainTexts(
  { style, explode, properties }: TextForm,
  name: string,
  text: string,
): readonly string[] | undefined {
  if (style === "label") return text.startsWith(".") ? [text.slice(1)] : undefined;
  if (style !== "matrix") return [text];
  if (!text.startsWith(";")) return undefined;
  const parts = text.slice(1);
  if (explode && properties !== undefined) return [parts];
  const values = (explode ? parts.split(";") : [parts]).map((part) => valueOf(part, name));
  return values.every((value) => value !== undefined) ? values : undefined;
}

/** How the text of a path parameter must look, whatever its value. */
export function markOf({ style, explode, properties }: TextForm, name: string): string {
  const encoded = "percent-encoded UTF-8";
  if (style === "label") return `${encoded} that begins with "."`;
  if (style !== "matrix") return encoded;
  return `${encoded} that begins with ";${explode && properties !== undefined ? "" : `${name}=`}"`;
}

/** `blue` of `color=blue`. An empty value has no sign of equality (RFC 6570, 3.2.7). */
function valueOf(part: string, name: string): string | undefined {
  if (part === name) return "";
  return part.startsWith(`${name}=`) ? part.slice(name.length + 1) : undefined;
}
