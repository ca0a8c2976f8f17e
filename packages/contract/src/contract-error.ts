import type { Deviation } from "./deviation.js";
import { formatDeviation } from "./format-deviation.js";

/** In mode `strict`: a request was not sent, or its response is kept back, because it deviates from the description. */
export class ContractError extends Error {
  override readonly name = "ContractError";
  /** `request`: nothing was sent. `response`: the request took place, and its answer is not what is described. */
  readonly side: "request" | "response";
  /** At least one. */
  readonly deviations: readonly Deviation[];

  constructor(side: "request" | "response", deviations: readonly Deviation[]) {
    const [first] = deviations;
    const more = deviations.length === 1 ? "" : `, and ${deviations.length - 1} more`;
    const what = first === undefined ? "" : `: ${first.kind} at ${first.place}${more}`;
    super(`The ${side} deviates from its description${what}\n${deviations.map(formatDeviation).join("\n")}`);
    this.side = side;
    this.deviations = deviations;
  }
}
