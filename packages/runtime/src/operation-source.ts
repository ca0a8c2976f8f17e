import { call } from "./call.js";
import { noProgress } from "./no-progress.js";
import { pageGuard } from "./page-guard.js";
import type { PageSource } from "./page-source.js";
import type { Operation, Pagination } from "./operation.js";
import type { Transport } from "./transport.js";
import { unreadable } from "./unreadable.js";

type Input = Readonly<Record<string, unknown>> | undefined;

/** The pages of an operation that lists, as its description's `x-pagination` leads from one to the next. */
export function operationSource(
  transport: Transport,
  operation: Operation,
): PageSource<Input, unknown, unknown, string | number> {
  const { pagination, id } = operation;
  if (pagination === undefined) throw new Error(`${id} has no pagination`);
  return {
    id,
    start: () => {
      const repeats = pageGuard();
      return async (input, position, options) => {
        const result = await call(
          transport,
          operation,
          position === undefined ? input : { ...input, [pagination.position]: position },
          options,
        );
        if (!result.ok) return result;
        const { data: raw } = result;
        const items = at(raw, pagination.items) ?? [];
        if (!Array.isArray(items) || items.some((item) => typeof item !== "object" || item === null)) {
          return unreadable(id, result, `its body has no list of objects at "${pagination.items}"`);
        }
        const total = at(raw, pagination.total);
        const from = Number(position ?? input?.[pagination.position] ?? 0);
        const stands = pagination.style !== "token" && repeats(items, total, from);
        const next = stands ? "stuck" : nextPosition(raw, pagination, from, items.length, total);
        if (next === "stuck") {
          return noProgress(
            id,
            result,
            `says that more rows follow ${from}, but sends ${stands ? "those before them again" : "none"}`,
          );
        }
        const data = { items, raw, next: next?.position, total: typeof total === "number" ? total : undefined };
        return { ...result, data };
      };
    },
  };
}

function nextPosition(
  raw: unknown,
  { style, next, more }: Pagination,
  from: number,
  rows: number,
  total: unknown,
): { readonly position: string | number } | "stuck" | undefined {
  if (style === "token") {
    const token = at(raw, next);
    return typeof token === "string" && token !== "" ? { position: token } : undefined;
  }
  const flag = at(raw, more);
  if (flag !== true && flag !== "true") return undefined;
  // By rows received: how many the service sends at most is not documented.
  if (rows > 0) return { position: from + rows };
  return typeof total === "number" && from >= total ? undefined : "stuck";
}

/** The value at a dot path. */
function at(value: unknown, path: string | undefined): unknown {
  return path
    ?.split(".")
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null | undefined)?.[name], value);
}
