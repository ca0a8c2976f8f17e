import type { ApiName } from "../support/api.ts";

export type Fetch = (input: string | Request, init?: RequestInit) => Promise<Response>;

/** How our clients reach the services. */
export interface Connection {
  readonly baseUrl: string;
  /** The `fetch` of the clients of an API. */
  fetchFor(api: ApiName): Fetch;
}

/** Something that our clients do, made of one request or several. */
export interface Call {
  readonly api: ApiName;
  /** What is called, for a reader. */
  readonly name: string;
  run(): Promise<unknown>;
}
