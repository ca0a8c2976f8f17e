import { createRandom } from "../random.js";

/** The platform's identifier of a user of an app: the same user gets the same one. */
export function deriveUserId(appId: string, userReference: string): string {
  return `u-${createRandom(`${appId} ${userReference}`).uuid()}`;
}
