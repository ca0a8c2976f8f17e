/**
 * Notices when a sequence of positions comes back to one it has been at, in constant memory (Brent's algorithm): a token
 * repeated at once is caught at once, a cycle of n pages within 3n.
 */
export class CycleGuard {
  #landmark: string | undefined;
  #steps = 0;
  #limit = 1;

  /** Does this position repeat an earlier one? */
  repeats(position: string): boolean {
    if (position === this.#landmark) return true;
    if (++this.#steps >= this.#limit) {
      this.#landmark = position;
      this.#steps = 0;
      this.#limit *= 2;
    }
    return false;
  }
}
