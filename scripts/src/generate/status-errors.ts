/** The runtime's error names for services that have none. 429 is one that every call may end with. */
export const statusNames: ReadonlyMap<number, string> = new Map([
  [400, "BadRequest"],
  [401, "Unauthorized"],
  [403, "Forbidden"],
  [404, "NotFound"],
  [409, "Conflict"],
  [413, "PayloadTooLarge"],
  [415, "UnsupportedMediaType"],
  [422, "UnprocessableEntity"],
  [429, "RateLimited"],
  [500, "InternalServerError"],
  [503, "ServiceUnavailable"],
]);

/** The runtime's type of the error. */
export const statusErrorType = (name: string): string => (name.endsWith("Error") ? name : `${name}Error`);
