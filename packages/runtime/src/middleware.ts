/** What a middleware may know of the attempt it wraps. */
export interface MiddlewareContext {
  /** Operation id: `createSession`. */
  readonly operation: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** Aborts with the attempt. */
  readonly signal: AbortSignal;
}

/**
 * Wraps one attempt. Calls `next` once at most, with the request it was given or another; may answer by itself. The
 * request carries the credential: log only what you name.
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: MiddlewareContext,
) => Promise<Response>;
