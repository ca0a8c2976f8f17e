/** The body of a request. */
export type SessionFilter = Partial<{
  readonly userId: string;
  readonly skip: number;
  readonly offset: number;
  readonly limit: number;
  readonly dateFrom: string;
  readonly dateTo: string;
  readonly tags: object;
  readonly sessionType: string;
  readonly sessionId: readonly string[];
  readonly includeMeta: boolean;
}>;
