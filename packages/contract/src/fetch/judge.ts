import type { Deviation } from "../deviation.js";
import type { RequestParts } from "../parts.js";
import { isReadable, type BodyPart } from "./body.js";
import { createFindDestination, type Destination } from "./mount.js";
import type { ContractFetchOptions } from "./options.js";
import type { SentRequest, Target } from "./sent-request.js";

/** What one request and its response are held against. */
export interface Judge {
  request(sent: SentRequest, body: BodyPart): readonly Deviation[];
  response(sent: SentRequest, response: Response, body: BodyPart): readonly Deviation[];
}

/** Finds the judge of a request, `undefined` when there is none. */
export function createJudges(options: ContractFetchOptions): (target: Target) => Judge | undefined {
  const { contracts, unmatched = "pass", onUnchecked } = options;
  const find = createFindDestination(contracts);
  const titles = contracts.map((entry) => ("contract" in entry ? entry.contract : entry).title).join(" or ");
  return (target) => {
    const destination = find(target);
    if (destination !== undefined) return judgeOf(destination, onUnchecked);
    return unmatched === "pass" ? undefined : strangerTo(titles, target);
  };
}

function judgeOf({ contract, path, method }: Destination, onUnchecked: ContractFetchOptions["onUnchecked"]): Judge {
  const found = contract.match(method, path);
  const operation = found !== undefined && "operation" in found ? found.operation.id : undefined;

  const partsOf = ({ url, headers }: SentRequest, body: BodyPart): RequestParts => {
    return { method, path, query: url.searchParams, headers, ...body };
  };
  const notice = (side: "request" | "response", headers: Headers, { bodyIsUnread }: BodyPart): void => {
    if (bodyIsUnread === true && isReadable(headers)) onUnchecked?.({ operation, side });
  };
  let request: RequestParts | undefined;

  return {
    request(sent, body) {
      notice("request", sent.headers, body);
      request = partsOf(sent, body);
      return contract.checkRequest(request);
    },
    response(sent, { status, headers, type }, body) {
      // Of an opaque response, which only browsers have, nothing can be seen.
      if (operation === undefined || type.startsWith("opaque")) return [];
      notice("response", headers, body);
      request ??= partsOf(sent, {});
      return contract.checkResponse(operation, { status, headers, request, ...body });
    },
  };
}

/** The path is not shown: what may stand in it, no description says. */
function strangerTo(titles: string, { method, url }: Target): Judge {
  const found = `${method} to a path that is not described, at ${url.origin}`;
  const deviation = { kind: "unknown-operation", operation: undefined, place: "/request/path", at: "" } as const;
  return {
    request: () => [{ ...deviation, found, expected: `a path of ${titles}` }],
    response: () => [],
  };
}
