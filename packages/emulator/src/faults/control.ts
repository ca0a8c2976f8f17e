import { allowOrigins, answerPreflight } from "../cors.js";
import { jsonResponse } from "../json-response.js";
import type { FaultHandle, FaultRule, Faults } from "./rule.js";

const PATH = "/__emulator/faults";

/**
 * Sets faults from another process: `GET`, `POST` (a rule) and `DELETE` of `/__emulator/faults`, `DELETE` of one of them
 * by id. `undefined` for a request to anything else.
 */
export async function control(request: Request, faults: Faults): Promise<Response | undefined> {
  const { pathname } = new URL(request.url);
  if (pathname !== PATH && !pathname.startsWith(`${PATH}/`)) return undefined;
  const id = pathname.slice(PATH.length + 1);
  return allowOrigins(answerPreflight(request) ?? (await answer(request, id, faults)));
}

async function answer(request: Request, id: string, faults: Faults): Promise<Response> {
  switch (id === "" ? request.method : `${request.method} id`) {
    case "GET":
      return jsonResponse(200, faults.active.map(toStatus));
    case "POST":
      return add(await request.text(), faults);
    case "DELETE":
      faults.clear();
      return new Response(null, { status: 204 });
    case "DELETE id":
      return remove(faults.active.find((handle) => handle.id === id));
    default:
      return jsonResponse(405, { message: "Expected GET, POST or DELETE; with an id, DELETE" });
  }
}

function add(text: string, faults: Faults): Response {
  try {
    return jsonResponse(201, toStatus(faults.add(JSON.parse(text) as FaultRule)));
  } catch (error) {
    return jsonResponse(400, { message: (error as Error).message });
  }
}

function remove(handle: FaultHandle | undefined): Response {
  if (handle === undefined) return jsonResponse(404, { message: "There is no fault with this id" });
  handle.remove();
  return new Response(null, { status: 204 });
}

function toStatus({ id, rule, seen, fired }: FaultHandle): object {
  return { id, rule, seen, fired };
}
