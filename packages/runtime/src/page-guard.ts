/** So often the same page is no coincidence of rows that come and go. */
const mostRepeats = 2;

/**
 * Notices a service that ignores the position, and would be read for ever: the same rows, of the same number in all, at
 * one position after the other.
 */
export function pageGuard(): (rows: readonly unknown[], total: unknown, position: number) => boolean {
  let previous: string | undefined;
  let last = 0;
  let repeats = 0;
  return (rows, total, position) => {
    const page = JSON.stringify([total, rows.length, rows[0], rows.at(-1)]);
    if (rows.length === 0 || page !== previous) repeats = 0;
    else if (position > last) repeats++;
    previous = page;
    last = position;
    return repeats >= mostRepeats;
  };
}
