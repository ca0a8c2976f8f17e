/** Templates taken apart: names at odd places, the text between them at even ones. One entry for each operation. */
const templates = new Map<string, readonly string[]>();

/** Fills a path template. Every value arrives as the string it is. */
export function fillPath(template: string, values: Readonly<Record<string, unknown>>): string {
  let parts = templates.get(template);
  if (parts === undefined) templates.set(template, (parts = template.split(/[{}]/)));
  return parts.map((part, index) => (index % 2 === 0 ? part : encodeURIComponent(String(values[part])))).join("");
}
