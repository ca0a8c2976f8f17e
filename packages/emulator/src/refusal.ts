/** Ends a request: any step of the pipeline throws it, and the pipeline answers with the response. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly response: Response;

  constructor(response: Response) {
    super(`Refused with status ${response.status}`);
    this.response = response;
  }
}
