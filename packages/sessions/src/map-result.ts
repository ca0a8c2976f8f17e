import type { Result } from "@org/runtime";

/** The same result with its data turned into something else. */
export function mapResult<Data, Mapped, Fault>(
  result: Result<Data, Fault>,
  map: (data: Data) => Mapped,
): Result<Mapped, Fault> {
  return result.ok ? { ...result, data: map(result.data) } : result;
}
