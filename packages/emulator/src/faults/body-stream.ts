/** Makes a body's pieces. The signal aborts as soon as nobody wants any more. */
export type Pieces = (signal: AbortSignal) => AsyncIterator<Uint8Array<ArrayBuffer>, void>;

/**
 * A body that comes as it is made, piece by piece. It fails with the reason of the client's signal when that aborts, as
 * the body of a `fetch` does.
 */
export function streamOf(pieces: Pieces, client: AbortSignal | undefined): ReadableStream<Uint8Array<ArrayBuffer>> {
  const ending = new AbortController();
  const iterator = pieces(ending.signal);
  let giveUp: (() => void) | undefined;
  const end = (): void => {
    if (giveUp !== undefined) client?.removeEventListener("abort", giveUp);
    ending.abort();
  };
  return new ReadableStream(
    {
      start(controller) {
        giveUp = () => {
          controller.error(client?.reason);
          end();
        };
        if (client?.aborted === true) giveUp();
        else client?.addEventListener("abort", giveUp);
      },
      async pull(controller) {
        try {
          const { done, value } = await iterator.next();
          if (ending.signal.aborted) return;
          if (done !== true) return controller.enqueue(value);
          controller.close();
        } catch (error) {
          if (ending.signal.aborted) return;
          controller.error(error);
        }
        end();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}
