import type { Clock } from "./clock.js";
import { allowOrigins, answerPreflight } from "./cors.js";
import { readExchange, type ApiName, type Exchange } from "./exchange.js";
import type { FaultRegistry, FaultTarget } from "./faults/faults.js";
import type { Log } from "./log.js";
import type { Service, SideRoute } from "./service.js";
import { unknownPath, wrongMethod } from "./unknown-route.js";

/** A request's way through the emulator, chosen by method and path. */
interface Route {
  readonly api: ApiName | undefined;
  readonly operation: string | undefined;
  /** What a fault can name. Absent where there is nothing that could fail. */
  readonly target?: FaultTarget;
  answer(exchange: Exchange): Response | Promise<Response>;
}

export interface HandlerOptions {
  readonly services: readonly Service[];
  readonly clock: Clock;
  readonly log: Log;
  readonly faults: FaultRegistry;
}

/** Answers a request. The signal tells when the client gives up, which ends a fault that makes it wait. */
export type Handler = (request: Request, signal: AbortSignal | undefined) => Promise<Response>;

/** Answers requests: reads them, finds their route, lets browsers through, and notes what happened. */
export function createHandler({ services, clock, log, faults }: HandlerOptions): Handler {
  return async (request, signal) => {
    const exchange = await readExchange(request, clock.now());
    const { api, operation, target, answer } = findRoute(services, exchange);
    const respond = async (): Promise<Response> => {
      if (target === undefined) return answer(exchange);
      return faults.pass({ target, exchange, signal, next: async (passed) => answer(passed) });
    };
    let status = 0;
    try {
      const response = answerPreflight(exchange) ?? (await respond());
      status = response.status;
      return allowOrigins(response);
    } finally {
      log.add({ api, operation, method: exchange.method, path: exchange.url.pathname, status, at: exchange.at });
    }
  };
}

/** Everything that a fault can name. */
export function faultTargets(services: readonly Service[]): readonly FaultTarget[] {
  return services.flatMap(({ api, contract, sideRoutes }) => [
    ...contract.operations.map(({ id }) => ({ api, operation: id, described: true })),
    ...sideRoutes.map((route) => sideTarget(api, route)),
  ]);
}

function sideTarget(api: ApiName, { method, path }: SideRoute): FaultTarget {
  return { api, operation: `${method} ${path}`, described: false };
}

function findRoute(services: readonly Service[], { method, url }: Exchange): Route {
  const path = url.pathname;
  for (const service of services) {
    const { api, contract } = service;
    const match = contract.match(method, path);
    if (match !== undefined && "operation" in match) {
      const operation = match.operation.id;
      const answer = (exchange: Exchange): Promise<Response> => service.answer({ ...exchange, ...match });
      return { api, operation, target: { api, operation, described: true }, answer };
    }
    if (match !== undefined) {
      return { api, operation: undefined, answer: () => wrongMethod(method, match.allow) };
    }
    for (const side of service.sideRoutes) {
      const found = side.pattern.exec(path);
      if (found === null) continue;
      if (side.method !== method)
        return { api, operation: undefined, answer: () => wrongMethod(method, [side.method]) };
      const answer = (exchange: Exchange): Response | Promise<Response> => side.answer(exchange, found);
      return { api, operation: undefined, target: sideTarget(api, side), answer };
    }
  }
  return { api: undefined, operation: undefined, answer: () => unknownPath(path, services) };
}
