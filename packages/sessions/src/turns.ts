/** One of several readings that run side by side. */
export interface Lane<Value> {
  readonly key: string;
  readonly values: AsyncIterator<Value, unknown>;
}

/** A value and the lane it came from. */
export interface Turn<Value> {
  readonly key: string;
  readonly value: Value;
}

/**
 * Reads several sources side by side, each one value ahead, and gives their values in turn: whichever is ready, and where
 * several are, the one whose last turn is longest ago. A slow source holds nobody up. No more than one value of each is
 * held. Aborting ends it at once, even if a source is deaf to the signal.
 */
export async function* inTurn<Value>(
  lanes: readonly Lane<Value>[],
  signal?: AbortSignal,
): AsyncGenerator<Turn<Value>, void> {
  type Ready = { readonly lane: Lane<Value>; readonly result: IteratorResult<Value, unknown> };
  const ready: Ready[] = [];
  let wake: () => void = () => {};
  let failure: { readonly error: unknown } | undefined;
  const advance = (lane: Lane<Value>): void => {
    lane.values.next().then(
      (result) => {
        ready.push({ lane, result });
        wake();
      },
      (error: unknown) => {
        failure = { error };
        wake();
      },
    );
  };
  const onAbort = (): void => wake();
  signal?.addEventListener("abort", onAbort);
  try {
    for (const lane of lanes) advance(lane);
    for (let open = lanes.length; open > 0;) {
      const next = ready.shift();
      if (failure) throw failure.error;
      if (next === undefined) {
        if (signal?.aborted) return;
        await new Promise<void>((resolve) => (wake = resolve));
        continue;
      }
      if (next.result.done) {
        open--;
        continue;
      }
      advance(next.lane);
      yield { key: next.lane.key, value: next.result.value };
    }
  } finally {
    signal?.removeEventListener("abort", onAbort);
    // A source in the middle of a step ends when the step does; nobody waits for it.
    for (const { values } of lanes) void Promise.resolve(values.return?.()).catch(() => {});
  }
}
