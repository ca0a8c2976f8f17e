import type { CallTrace } from "./messages.ts";

/** What `console.log` would print of a value: text as it is, everything else readable, errors by name and message. */
export function show(value: unknown): string {
  return typeof value === "string" ? value : inspect(value, new Set());
}

function inspect(value: unknown, above: ReadonlySet<unknown>): string {
  if (typeof value === "function") return `[Function ${value.name}]`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null)
    return typeof value === "string" ? JSON.stringify(value) : String(value);
  if (above.has(value)) return "[Circular]";
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (value instanceof Date) return value.toISOString();
  const within = new Set([...above, value]);
  const indent = "  ".repeat(within.size);
  const parts = Array.isArray(value)
    ? value.map((item) => inspect(item, within))
    : Object.entries(value).map(([key, item]) => `${key}: ${inspect(item, within)}`);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const flat = `${open} ${parts.join(", ")} ${close}`;
  if (parts.length === 0) return `${open}${close}`;
  return flat.length <= 100 && !flat.includes("\n")
    ? flat
    : `${open}\n${indent}${parts.join(`,\n${indent}`)}\n${indent.slice(2)}${close}`;
}

/** The attempts of a call, if the value is an error of the SDK or a result. */
export function traceOf(value: unknown): CallTrace | undefined {
  const holder = value as {
    attempts?: CallTrace["attempts"];
    outcome?: string;
    name?: string;
    ok?: boolean;
    error?: unknown;
  };
  if (typeof value !== "object" || value === null || !Array.isArray(holder.attempts) || holder.attempts.length === 0)
    return undefined;
  if (value instanceof Error) return { title: value.name, outcome: holder.outcome, attempts: holder.attempts };
  if (holder.error) return traceOf(holder.error);
  return typeof holder.ok === "boolean" ? { title: "ok", outcome: undefined, attempts: holder.attempts } : undefined;
}
