import { jsonResponse } from "./json-response.js";
import type { Service } from "./service.js";

/** 404 for a path that no service has; says which paths there are. */
export function unknownPath(path: string, services: readonly Service[]): Response {
  return jsonResponse(404, {
    error: "UnknownPath",
    message: `The emulator has no path ${path}`,
    paths: services.flatMap(({ contract, sideRoutes }) => [
      ...contract.operations.map(({ method, basePath, path: template }) => `${method} ${basePath}${template}`),
      ...sideRoutes.map(({ method, path: template }) => `${method} ${template}`),
    ]),
  });
}

/** 405 for a path that does not take the method. An OPTIONS request just asks for the list. */
export function wrongMethod(method: string, allow: readonly string[]): Response {
  const header = [...allow, "OPTIONS"].join(", ");
  return method === "OPTIONS"
    ? new Response(null, { status: 204, headers: { allow: header } })
    : methodNotAllowed(method, header);
}

/** 405 with the methods that the path does take. */
export function methodNotAllowed(method: string, allow: string): Response {
  return jsonResponse(
    405,
    { error: "MethodNotAllowed", message: `Expected ${allow.replaceAll(", ", " or ")}, found ${method}` },
    { allow },
  );
}
