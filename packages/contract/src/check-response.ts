import { checkBody } from "./check-body.js";
import { checkReadings } from "./check-text.js";
import type { CompiledDescription, CompiledHeader, CompiledOperation, CompiledResponse } from "./description.js";
import { deviationAt, type Deviation } from "./deviation.js";
import type { ResponseParts } from "./parts.js";
import { pointerTo } from "./pointer.js";
import type { Show } from "./show.js";
import { readings } from "./text-value.js";

/** Compares a response with the documented ones of an operation. */
export function checkResponse(
  description: CompiledDescription,
  operation: CompiledOperation,
  response: ResponseParts,
  show: Show,
): readonly Deviation[] {
  // OpenAPI 3.1 lets an operation say nothing of its responses.
  if (operation.responses.length === 0) return [];
  const documented = responseFor(operation.responses, response.status);
  if (documented === undefined) {
    const expected = operation.responses.map(({ status }) => status).join(", ");
    const found = String(response.status);
    return [
      {
        kind: "undocumented-status",
        operation: operation.id,
        place: "/response/status",
        found,
        expected,
        at: `${operation.at}/responses`,
      },
    ];
  }
  return [
    ...documented.headers.flatMap((header) => checkHeader(description, operation.id, header, response, show)),
    ...checkBody({
      description,
      operation: operation.id,
      side: "/response",
      at: documented.at,
      content: documented.content,
      required: mayCarryBody(operation.method, response.status),
      message: response,
      show,
    }),
  ];
}

/** The documented status itself, else its range (`4XX`), else `default`. */
function responseFor(responses: readonly CompiledResponse[], status: number): CompiledResponse | undefined {
  const wanted = [String(status), `${Math.floor(status / 100)}XX`, "default"];
  return wanted
    .map((key) => responses.find((response) => response.status === key))
    .find((found) => found !== undefined);
}

/** HTTP forbids a body here, whatever is documented (RFC 9110, 6.4.1). */
function mayCarryBody(method: string, status: number): boolean {
  return method !== "HEAD" && status !== 204 && status !== 205 && status !== 304;
}

function checkHeader(
  description: CompiledDescription,
  operation: string,
  header: CompiledHeader,
  { headers }: ResponseParts,
  show: Show,
): readonly Deviation[] {
  const place = pointerTo("/response/header", header.name);
  const text = headers.get(header.name);
  if (text === null) {
    if (!header.required) return [];
    const expected = "a value, as it is required";
    return [{ kind: "missing-header", operation, place, found: "nothing", expected, at: header.at }];
  }
  const found = checkReadings(description, header, readings(header.form, [text]));
  const shown = header.name.toLowerCase() === "set-cookie" ? () => "a cookie" : show;
  const { hidden } = header;
  return found.map(deviationAt({ kind: "invalid-header", operation, place, show: shown, description, hidden }));
}
