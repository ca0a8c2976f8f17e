import { ContractError } from "./contract-error.js";
import { bodyOfResponse } from "./fetch/body.js";
import { createJudges, type Judge } from "./fetch/judge.js";
import type { ContractFetch, ContractFetchOptions } from "./fetch/options.js";
import { sentRequest, targetOf, type FetchInit, type FetchInput, type SentRequest } from "./fetch/sent-request.js";
import { createTeller } from "./fetch/teller.js";
import { untilAborted } from "./fetch/until-aborted.js";

const DEFAULT_MAX_BODY_BYTES = 2 ** 20;

/** One request on its way through, with what it is held against. */
interface Exchange {
  readonly input: FetchInput;
  readonly judge: Judge;
  readonly sent: SentRequest;
}

/**
 * Wraps a `fetch` so that every request and every response that passes is held against descriptions.
 *
 * In mode `report` the caller gets what the inner `fetch` gives: the very same response, or the same error, at the same
 * time. Bodies are read from a copy as they arrive, up to a limit. In `strict` a deviating request is not sent, a deviating
 * response rejects, and the answer waits until its body is there or the limit is reached.
 *
 * @throws ContractError in mode `strict`, as a rejection
 */
export function contractFetch(
  fetch: (input: FetchInput, init?: FetchInit) => Promise<Response>,
  options: ContractFetchOptions,
): ContractFetch {
  const { maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options;
  const judgeOf = createJudges(options);
  const teller = createTeller(options);

  const report = async ({ input, judge, sent }: Exchange): Promise<Response> => {
    teller.later(async () => teller.tell(judge.request(sent, await sent.body)));
    const response = await fetch(input, sent.init);
    // Copied before the caller can begin to read.
    const body = bodyOfResponse(response, maxBodyBytes);
    teller.later(async () => teller.tell(judge.response(sent, response, await body)));
    return response;
  };

  const strict = async ({ input, judge, sent }: Exchange): Promise<Response> => {
    const ofRequest = judge.request(sent, await untilAborted(sent.body, sent.signal));
    teller.tell(ofRequest);
    if (ofRequest.length > 0) {
      sent.discard();
      throw new ContractError("request", ofRequest);
    }
    const response = await fetch(input, sent.init);
    const ofResponse = judge.response(sent, response, await bodyOfResponse(response, maxBodyBytes));
    teller.tell(ofResponse);
    if (ofResponse.length === 0) return response;
    void response.body?.cancel().catch(() => undefined);
    throw new ContractError("response", ofResponse);
  };

  const watched: ContractFetch = Object.assign(
    (input: FetchInput, init?: FetchInit): Promise<Response> => {
      const { mode } = watched;
      const target = mode === "off" ? undefined : targetOf(input, init);
      const judge = target === undefined ? undefined : judgeOf(target);
      if (target === undefined || judge === undefined) return fetch(input, init);
      const exchange = { input, judge, sent: sentRequest(target, input, init, maxBodyBytes) };
      return mode === "strict" ? strict(exchange) : report(exchange);
    },
    { mode: options.mode ?? "report", settled: teller.settled },
  );
  return watched;
}
