import type { Deviation } from "./deviation.js";

/** A template with `{kind}`, `{operation}`, `{place}` and `{at}`, or a function; `undefined`: there is nothing to read. */
export type DocsUrl = string | ((deviation: Deviation) => string | undefined);

/** Adds links to deviations. */
export function linker(docsUrl: DocsUrl | undefined): (deviation: Deviation) => Deviation {
  if (docsUrl === undefined) return (deviation) => deviation;
  const linkTo = typeof docsUrl === "string" ? (deviation: Deviation) => fill(docsUrl, deviation) : docsUrl;
  return (deviation) => {
    const link = linkTo(deviation);
    return link === undefined ? deviation : { ...deviation, link };
  };
}

function fill(template: string, { kind, operation, place, at }: Deviation): string | undefined {
  const fields: Readonly<Record<string, string | undefined>> = { kind, operation, place, at };
  if (operation === undefined && template.includes("{operation}")) return undefined;
  return template.replaceAll(/\{(kind|operation|place|at)\}/g, (_, name: string) =>
    encodeURIComponent(fields[name] ?? ""),
  );
}
