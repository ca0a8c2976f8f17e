/** With which seed the properties draw what they try, unless `PROPERTY_SEED` says otherwise. */
const usual = 20_261_121;

/**
 * The same seed each time: whether a change may land depends on the change, not on luck. What other seeds find is for
 * `pnpm test:properties` to say.
 */
export function propertySeed(given: string | undefined): number {
  if (given === undefined) return usual;
  const seed = Number(given);
  if (!/^-?\d+$/.test(given) || Math.abs(seed) > 2 ** 31) {
    throw new Error(`PROPERTY_SEED must be a whole number of 32 bits, not ${JSON.stringify(given)}.`);
  }
  return seed;
}
