/** A tag of a session or of its user. */
export interface SessionTag {
  readonly name: string;
  readonly value: string;
  /** Whether the tag belongs to the session or to the profile of its user. */
  readonly scope: "session" | "user";
}

/** An address that the user must visit before some of the agent's tools work. */
export interface PendingAuthorization {
  readonly url: string;
  readonly idpName: string;
  readonly ssoType: string;
  readonly isAuthorized: boolean;
}

/**
 * What is known of a session, whichever service it comes from. Nothing is invented: what a service does not tell is
 * absent. Times are the service's own strings.
 */
export interface SessionFields {
  /** The service's id of the session. */
  readonly id: string;
  readonly createdAt?: string | undefined;
  readonly updatedAt?: string | undefined;
  readonly endedAt?: string | undefined;
  readonly expiresAt?: string | undefined;
  readonly title?: string | undefined;
  /** The service's own word. */
  readonly status?: string | undefined;
  readonly user?: string | undefined;
  readonly agent?: { readonly id: string; readonly version?: string | undefined } | undefined;
  readonly messageCount?: number | undefined;
  readonly channel?: string | undefined;
  readonly languages?: readonly string[] | undefined;
  readonly tags?: readonly SessionTag[] | undefined;
  readonly pendingAuthorization?: readonly PendingAuthorization[] | undefined;
}

/** A session as an adapter gives it: its fields, and the service's own record. */
export interface AdapterSession<out Raw> extends SessionFields {
  readonly raw: Raw;
}

/** A session of one provider. `kind` tells which service it comes from, and narrows `raw` to its record. */
export interface Session<
  out Key extends string = string,
  out Kind extends string = string,
  out Raw = unknown,
> extends AdapterSession<Raw> {
  /** The key under which the provider was given to `createSessions`. */
  readonly provider: Key;
  readonly kind: Kind;
  /** Names the session over all providers: `ivr:6465cf6e4769ed4e822b82a1`. `sessions.all.get` takes it. */
  readonly ref: `${Key}:${string}`;
}
