/** Where a contender's calls go. */
export interface Wire {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * A `fetch` that answers at once, so that what remains is the client's own work.
 *
 * @param announced whether the answer tells its length, as most do; without, a client cannot know that it is short.
 */
export function stubWire(body: string, { announced }: { readonly announced: boolean }): Wire {
  const headers = {
    "content-type": "application/json",
    ...(announced && { "content-length": String(Buffer.byteLength(body)) }),
  };
  return { origin: "https://acme.palantirfoundry.com", fetch: async () => new Response(body, { headers }) };
}
