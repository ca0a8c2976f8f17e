/** What one call of one operation under one fault came to. */
export interface Cell {
  readonly client: string;
  readonly fault: string;
  readonly operation: string;
  readonly style: string;
  /** As {@link Expected} has it. */
  readonly label: string;
  /** Sessions that it left behind. */
  readonly stored: number;
  readonly durationMs: number;
  /** Everything that is wrong beside the label: a secret that shows, a listener that is left, a word that is lost. */
  readonly problems: readonly string[];
}

/** What a process that ran cells reports. */
export interface Report {
  readonly cells: readonly Cell[];
  /** Looked for in what the process printed. */
  readonly secrets: readonly string[];
}

export const stillWaiting: unique symbol = Symbol("still waiting");

/** The value of a promise, unless it takes too long. The promise is left alone then, as a caller would leave it. */
export async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value | typeof stillWaiting> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const guard = new Promise<typeof stillWaiting>((resolve) => (timer = setTimeout(resolve, ms, stillWaiting)));
  try {
    return await Promise.race([promise, guard]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits until something holds; false if it does not in time. */
export async function eventually(condition: () => boolean, ms = 2000): Promise<boolean> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return true;
}
