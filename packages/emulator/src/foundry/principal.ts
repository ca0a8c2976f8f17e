export type Scope = "api:aip-agents-read" | "api:aip-agents-write";

/** Who calls: sessions belong to a user and to the client application that created them. */
export interface Owner {
  readonly userId: string;
  readonly clientId: string;
}

export interface Principal extends Owner {
  readonly scopes: readonly Scope[];
  /** Service users are a client's own; they are not throttled. */
  readonly isServiceUser: boolean;
}

export interface ConfidentialClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it was registered with. */
  readonly scopes: readonly Scope[];
}
