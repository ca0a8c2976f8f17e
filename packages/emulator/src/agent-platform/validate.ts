import type { Deviation } from "@org/contract";
import { describeDeviation } from "../service.js";
import { refuse } from "./errors.js";

/** Refuses a request that deviates from the description; every deviation gets its message. */
export function validate(deviations: readonly Deviation[]): void {
  if (deviations.length > 0) throw refuse(400, deviations.map(toMessage));
}

/** For unknown properties the wording is NestJS's. */
function toMessage(deviation: Deviation): string {
  const path = deviation.place.startsWith("/request/body/") ? deviation.place.split("/").slice(3) : [];
  const name = path.at(-1);
  if (name !== undefined && deviation.expected === "no property of this name") {
    return [...path.slice(0, -1), `property ${name} should not exist`].join(".");
  }
  return describeDeviation(deviation);
}
