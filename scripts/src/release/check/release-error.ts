/** Something that only a person can put right. Its message says what, and how. */
export class ReleaseError extends Error {
  override readonly name = "ReleaseError";
}
