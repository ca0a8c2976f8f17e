// Stands in for the helper of the type tests where the last release's programs are compiled against the next one.

/** Replaces the equality of types: that it held was tested when the program was written. */
export type Same<_A, _B> = true;

/** `exactly<string>()(value)` compiles if `value` can still be used as what it was, and a compiler still knows it. */
export declare function exactly<Expected>(): <Actual>(
  value: Actual,
  ...known: 0 extends 1 & Actual ? [expected: Expected] : [Actual] extends [Expected] ? [] : [expected: Expected]
) => void;

export declare function holds<_Statement extends true>(): void;
