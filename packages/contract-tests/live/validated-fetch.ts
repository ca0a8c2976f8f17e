import type { Contract, Deviation } from "@org/contract";
import type { Fetch } from "../judges/traffic/exchange.ts";

/** Sends requests on, and tells every deviation of each request and its response from the description. */
export function validatedFetch(contract: Contract, onExchange: (deviations: readonly Deviation[]) => void): Fetch {
  return async (input, init) => {
    const request = new Request(input instanceof Request ? input.clone() : input, init);
    const { pathname, searchParams } = new URL(request.url);
    const { method, headers } = request;
    const bodyText = await request.text();
    const response = await fetch(input, init);
    const match = contract.match(method, pathname);
    const ofResponse =
      match !== undefined && "operation" in match
        ? contract.checkResponse(match.operation.id, {
            status: response.status,
            headers: response.headers,
            bodyText: await response.clone().text(),
          })
        : [];
    const ofRequest = contract.checkRequest({ method, path: pathname, query: searchParams, headers, bodyText });
    onExchange([...ofRequest, ...ofResponse]);
    return response;
  };
}
