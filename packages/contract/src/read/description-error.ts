/** A description that cannot be compiled. The message names the place in the document and what is wrong there. */
export class DescriptionError extends Error {
  override readonly name = "DescriptionError";
  /** JSON pointer into the document, the empty string for the document itself. */
  readonly place: string;

  constructor(place: string, problem: string) {
    super(`${place === "" ? "The document" : `#${place}`} ${problem}`);
    this.place = place;
  }
}
