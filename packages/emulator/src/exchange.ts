import type { OperationInfo } from "@org/contract";

/** The APIs that the emulator answers for. */
export type ApiName = "foundry" | "agent-platform" | "xo";

/** A request as it arrived, its body read. */
export interface Exchange {
  /** In upper case. */
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  /** Empty: there is no body. */
  readonly bodyText: string;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
}

/** A request to an operation of a description. */
export interface Call extends Exchange {
  readonly operation: OperationInfo;
  /** Percent-decoded. */
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** Takes a request apart. The signal of the request is not kept: listeners would pile up on a signal that lives long. */
export async function readExchange(request: Request, at: number): Promise<Exchange> {
  return {
    method: request.method.toUpperCase(),
    url: new URL(request.url),
    headers: request.headers,
    bodyText: await request.text(),
    at,
  };
}

/** A path parameter that the description declares. */
export function pathParameter({ operation, pathParameters }: Call, name: string): string {
  const value = pathParameters[name];
  if (value === undefined) throw new TypeError(`${operation.id} has no path parameter "${name}"`);
  return value;
}

/** The JSON body of a request that has been validated: an object, empty where there is no body. */
export function bodyOf<Body extends object>({ bodyText }: Exchange): Partial<Body> {
  return bodyText === "" ? {} : (JSON.parse(bodyText) as Partial<Body>);
}
