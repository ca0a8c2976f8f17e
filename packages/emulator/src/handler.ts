import type { Clock } from "./clock.js";
import { allowOrigins, answerPreflight } from "./cors.js";
import { readExchange, type ApiName, type Exchange } from "./exchange.js";
import type { Log } from "./log.js";
import type { Service } from "./service.js";
import { unknownPath, wrongMethod } from "./unknown-route.js";

/** A request's way through the emulator, chosen by method and path. */
interface Route {
  readonly api: ApiName | undefined;
  readonly operation: string | undefined;
  answer(exchange: Exchange): Response | Promise<Response>;
}

export interface HandlerOptions {
  readonly services: readonly Service[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Answers requests: reads them, finds their route, lets browsers through, and notes what happened. */
export function createHandler({ services, clock, log }: HandlerOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const exchange = await readExchange(request, clock.now());
    const route = findRoute(services, exchange);
    const response = answerPreflight(exchange) ?? (await route.answer(exchange));
    log.add({
      api: route.api,
      operation: route.operation,
      method: exchange.method,
      path: exchange.url.pathname,
      status: response.status,
      at: exchange.at,
    });
    return allowOrigins(response);
  };
}

function findRoute(services: readonly Service[], { method, url }: Exchange): Route {
  const path = url.pathname;
  for (const service of services) {
    const { api, contract } = service;
    const match = contract.match(method, path);
    if (match !== undefined && "operation" in match) {
      return { api, operation: match.operation.id, answer: (exchange) => service.answer({ ...exchange, ...match }) };
    }
    if (match !== undefined) {
      return { api, operation: undefined, answer: () => wrongMethod(method, match.allow) };
    }
    for (const side of service.sideRoutes) {
      const found = side.pattern.exec(path);
      if (found === null) continue;
      const answer = (exchange: Exchange): Response | Promise<Response> =>
        side.method === method ? side.answer(exchange, found) : wrongMethod(method, [side.method]);
      return { api, operation: undefined, answer };
    }
  }
  return { api: undefined, operation: undefined, answer: () => unknownPath(path, services) };
}
