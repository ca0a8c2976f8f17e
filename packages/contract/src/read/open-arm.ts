import type { UnionArm } from "../description.js";
import { DescriptionError } from "./description-error.js";

/**
 * Marks the arm of a union that is there for what the other arms do not know, and names the property that tells. JSON
 * Schema knows no order of arms: unmarked, such an arm would accept a named error whose parameters are wrong.
 */
export const OPEN_ARM = "x-open-arm";

/** The values that the other arms pin the property to. */
export function pinnedBeside(
  property: string,
  arms: readonly Pick<UnionArm, "constants">[],
  place: string,
): readonly unknown[] {
  const pinned = arms.flatMap(({ constants = {} }) =>
    Object.hasOwn(constants, property) ? [constants[property]] : [],
  );
  if (pinned.length > 0) return pinned;
  throw new DescriptionError(place, `is open in "${property}", to which no other arm of the union gives a constant`);
}

/** The open arm as a schema of its own: what it says, without the values that belong to the other arms. */
export function withoutPinned(arm: object, property: string, pinned: readonly unknown[]): object {
  return { allOf: [arm], not: { required: [property], properties: { [property]: { enum: pinned } } } };
}
