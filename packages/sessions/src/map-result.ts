import { unreadable, type Result, type UnreadableResponseError } from "@org/runtime";

/** The same result with its data turned into something else; a record that cannot be turned makes it a failure. */
export function mapResult<Data, Mapped, Fault>(
  result: Result<Data, Fault>,
  map: (data: Data) => Mapped,
): Result<Mapped, Fault | UnreadableResponseError> {
  if (!result.ok) return result;
  try {
    return { ...result, data: map(result.data) };
  } catch (cause) {
    return unreadable("get", result, cause);
  }
}
