/**
 * Reads one value ahead: while a page is worked on, the next one is on its way.
 *
 * ```ts
 * for await (const page of prefetch(client.listSessions(input).pages())) await store(page.items);
 * ```
 *
 * A failure of the page ahead is thrown when its turn comes. Leaving the loop cuts the page ahead.
 */
export async function* prefetch<Value>(values: AsyncIterable<Value>): AsyncGenerator<Value, void> {
  const iterator = values[Symbol.asyncIterator]();
  let ahead: Promise<IteratorResult<Value, unknown>> | undefined;
  const fetchNext = (): Promise<IteratorResult<Value, unknown>> => {
    const next = iterator.next();
    // It is awaited below, but perhaps not before it fails.
    next.catch(() => {});
    return next;
  };
  try {
    for (ahead = fetchNext(); ;) {
      const { done, value } = await ahead;
      if (done) return;
      ahead = fetchNext();
      yield value;
    }
  } finally {
    // Not awaited: a generator of somebody else's that is fetching would first finish.
    void Promise.resolve(iterator.return?.()).catch(() => {});
  }
}
