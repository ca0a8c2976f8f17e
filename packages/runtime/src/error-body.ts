import { excerpt, quote, redactJson } from "./excerpt.js";

/** What can be read from the body of an error answer, in any of the shapes that the services use. */
export interface ErrorBody {
  readonly name?: string | undefined;
  readonly message?: string | undefined;
  readonly parameters?: unknown;
  /** The service's id of this error, for its support. */
  readonly instanceId?: string | undefined;
  /** Parsed, where it is JSON; else the text, bounded. */
  readonly body: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const text = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const fields = (value: unknown): Fields => (typeof value === "object" && value !== null ? (value as Fields) : {});

/** Reads an error body without ever failing: what cannot be parsed is kept as text, so that the service's words survive. */
export function readErrorBody(answer: string, token: string): ErrorBody {
  if (answer.trim() === "") return { body: undefined };
  let body: unknown;
  try {
    body = redactJson(JSON.parse(answer), token);
  } catch {
    // Only its beginning: the patterns below take long on a long text that is made for it.
    return { message: excerpt(stripTags(quote(answer, token, 4000))), body: quote(answer, token, 2000) };
  }
  const { errorName, errorDescription, errorCode, errorInstanceId, parameters, errors, message, error } = fields(body);
  const first = fields(Array.isArray(errors) ? errors[0] : undefined);
  const code = typeof first["code"] === "number" || typeof first["code"] === "string" ? ` (code ${first["code"]})` : "";
  return {
    name: text(errorName),
    message:
      text(errorDescription) ??
      (text(first["msg"]) && `${text(first["msg"])}${code}`) ??
      (Array.isArray(message) ? message.filter((part) => typeof part === "string").join("; ") : text(message)) ??
      text(error) ??
      text(fields(error)["message"]) ??
      text(errorCode) ??
      excerpt(JSON.stringify(body)),
    parameters,
    instanceId: text(errorInstanceId),
    body,
  };
}

/** A proxy's page, as a sentence. */
function stripTags(html: string): string {
  return html.replace(/<(style|script)[^<>]*>[^<]*<\/\1>/gi, " ").replace(/<[^<>]*>/g, " ");
}
