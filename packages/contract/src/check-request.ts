import { checkBody } from "./check-body.js";
import { checkParameters } from "./check-parameters.js";
import { checkCredentials } from "./credentials.js";
import type { CompiledDescription } from "./description.js";
import type { Deviation } from "./deviation.js";
import type { RequestParts } from "./parts.js";
import type { Route } from "./route.js";
import type { Show } from "./show.js";

export interface RequestInput {
  readonly description: CompiledDescription;
  /** Where the request's path leads, `undefined` when nowhere. */
  readonly route: Route | undefined;
  readonly request: RequestParts;
  readonly show: Show;
}

const UNKNOWN = { kind: "unknown-operation", operation: undefined, at: "/paths" } as const;

/** Compares a request with the operation that its path and method name. */
export function checkRequest({ description, route, request, show }: RequestInput): readonly Deviation[] {
  if (route === undefined) {
    const paths = new Set(description.operations.map(({ basePath, path }) => basePath + path));
    const expected = `one of the ${paths.size} documented paths`;
    return [{ ...UNKNOWN, place: "/request/path", found: show(request.path), expected }];
  }
  const method = request.method.toUpperCase();
  const operation = route.operations.get(method);
  if (operation === undefined) {
    const expected = [...route.operations.keys()].sort().join(" or ");
    return [{ ...UNKNOWN, place: "/request/method", found: show(method), expected }];
  }
  return [
    ...checkCredentials(description.credentials, operation, request),
    ...checkParameters({ description, operation, encoded: route.encoded, request, show }),
    ...checkBody({
      description,
      operation: operation.id,
      side: "/request",
      at: operation.requestBody?.at ?? operation.at,
      content: operation.requestBody?.content ?? [],
      required: operation.requestBody?.required ?? false,
      message: request,
      show,
    }),
  ];
}
