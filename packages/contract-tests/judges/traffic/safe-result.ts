/** What a call in the safe style gives, as far as its status matters. */
export interface SafeResult {
  readonly ok: boolean;
  readonly response?: { readonly status: number } | undefined;
  readonly error?: unknown;
}

/** Throws unless the call was refused with this status. */
export function mustMeet(status: number, { ok, response, error }: SafeResult): void {
  if (!ok && response?.status === status) return;
  throw new Error(`expected status ${status}, found ${response?.status ?? String(error)}`, { cause: error });
}

/** The first thing that a listing in the safe style gives. */
export async function first(results: AsyncIterable<SafeResult>): Promise<SafeResult> {
  for await (const result of results) return result;
  throw new Error("a listing gave nothing at all");
}
