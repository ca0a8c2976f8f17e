/** True if two types are the same to the compiler, not merely assignable to each other. */
export type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** `exactly<string>()(value)` compiles only if `value` is of that very type. */
export declare function exactly<Expected>(): <Actual>(
  value: Actual,
  ...same: Same<Expected, Actual> extends true ? [] : [expected: Expected]
) => void;

/** `holds<Same<A, B>>()` compiles only if the statement about types is true. */
export declare function holds<_Statement extends true>(): void;
