/** What `fetch` rejects with when a connection breaks before the answer has begun. */
export function brokenBeforeHeaders(by: "reset" | "close"): TypeError {
  return new TypeError("fetch failed", { cause: causeOf(by) });
}

/** What a body fails with when the connection breaks below it. */
export function brokenBody(by: "reset" | "close"): TypeError {
  return new TypeError("terminated", { cause: causeOf(by) });
}

/** Did the emulator break the connection by a reset? */
export function isReset(error: unknown): boolean {
  return error instanceof TypeError && (error.cause as { code?: unknown } | undefined)?.code === "ECONNRESET";
}

function causeOf(by: "reset" | "close"): Error {
  return by === "reset"
    ? Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" })
    : Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
}

/** Never resolves. Rejects with the reason of the signal when that aborts. */
export function untilAbort(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    const end = (): void => reject(signal?.reason as Error);
    if (signal?.aborted === true) end();
    else signal?.addEventListener("abort", end, { once: true });
  });
}
