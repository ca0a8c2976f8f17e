import { jsonResponse } from "../json-response.js";
import { Refusal } from "../refusal.js";

export interface XoErrorDetails {
  /** The vendor's code; only that of bad credentials is known. */
  readonly code?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Refuses in the envelope that other parts of the platform use; none is documented for sessions. */
export function refuse(
  status: 400 | 401 | 403 | 404 | 429,
  messages: string | readonly string[],
  { code, headers }: XoErrorDetails = {},
): Refusal {
  const errors = [messages].flat().map((msg) => (code === undefined ? { msg } : { msg, code }));
  return new Refusal(jsonResponse(status, { errors }, headers));
}

/** Every problem with a token has the same message and code; the header says more. */
export function refuseToken(reason: string): Refusal {
  const headers = { "response-error-description": `Invalid SDK credentials: ${reason}` };
  return refuse(401, "Invalid SDK credentials", { code: 4002, headers });
}
