import { isDeepStrictEqual } from "node:util";
import { isSdkError } from "@org/runtime";
import { expect } from "vitest";
import type { Outcome, Styles } from "../support/clients.ts";

/** Calls a method in both styles, and gives the result once it is sure that the other style says the same. */
export async function inBothStyles(method: Styles, input: unknown): Promise<Outcome> {
  const result = await method.safe(input);
  const thrown = await method.plain(input).then(
    (data) => ({ data }),
    (error: unknown) => ({ error }),
  );
  if (result.ok) {
    expect(thrown).not.toHaveProperty("error");
    expectSame(telling((thrown as { readonly data: unknown }).data), telling(result.data));
    return result;
  }
  const { error } = thrown as { readonly error: unknown };
  expect(isSdkError(error) && isSdkError(result.error)).toBe(true);
  expect(method.isError(error) && method.isError(result.error)).toBe(true);
  expectSame(saying(error as Error), saying(result.error));
  return result;
}

/** Equal to the last `__proto__`, which the matchers of the test runner do not look at. */
export function expectSame(found: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(found, wanted)) {
    expect(found).toStrictEqual(wanted);
    expect(JSON.stringify(found)).toBe(JSON.stringify(wanted));
    throw new Error(`${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);
  }
}

/** Data without what belongs to the one call. */
function telling(data: unknown): unknown {
  const { response: _, attempts: __, ...rest } = data as { readonly response?: unknown; readonly attempts?: unknown };
  return rest;
}

function saying(error: Error): object {
  const { attempts: _, ...fields } = { ...error } as Record<string, unknown>;
  return { ...fields, message: error.message, name: error.name };
}
