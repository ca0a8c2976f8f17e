import type { RequestParts, ResponseParts } from "@org/contract";

export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** A request and its answer, as they went over the wire. */
export interface Exchange {
  readonly request: RequestParts;
  readonly response: ResponseParts;
}

/** Passes requests on, and tells of every exchange once its answer is complete. */
export function listening(fetch: Fetch, hear: (exchange: Exchange) => void): Fetch {
  return async (input, init) => {
    const sent = new Request(input, init);
    const request = await partsOf(sent.clone());
    const response = await fetch(sent);
    hear({ request, response: await answerOf(response.clone()) });
    return response;
  };
}

export async function partsOf(request: Request): Promise<RequestParts> {
  const { pathname, searchParams } = new URL(request.url);
  const { method, headers } = request;
  return { method, path: pathname, query: searchParams, headers, bodyText: await request.text() };
}

export async function answerOf(response: Response): Promise<ResponseParts> {
  const { status, headers } = response;
  return { status, headers, bodyText: await response.text() };
}
