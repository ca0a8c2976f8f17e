import type { Locator, Trail } from "./locate.ts";

/** A description that nothing can be generated from. Each line of the message is `file:line  what is wrong`. */
export class DescriptionError extends Error {
  override readonly name = "DescriptionError";
}

/** Collects mistakes, so that one run tells all of them. */
export class Problems {
  readonly #locator: Locator;
  readonly #lines = new Set<string>();

  constructor(locator: Locator) {
    this.#locator = locator;
  }

  add(trail: Trail, problem: string): void {
    this.#lines.add(`${this.#locator.locate(trail)}  ${problem}`);
  }

  throwIfAny(): void {
    if (this.#lines.size > 0) throw new DescriptionError([...this.#lines].join("\n"));
  }
}
