/**
 * Whether a number is a multiple of another, as their decimal digits say: 19.99 is one of 0.01, though the quotient of
 * the two, as JavaScript divides, is not whole. Written into compiled modules as it stands, so that it may refer to
 * nothing outside of itself.
 */
export function isMultipleOf(value: number, divisor: number): boolean {
  const decimal = (number: number): readonly [digits: bigint, exponent: number] => {
    const [digits = "", exponent = "0"] = Math.abs(number).toString().split("e");
    const [whole = "", fraction = ""] = digits.split(".");
    return [BigInt(whole + fraction), Number(exponent) - fraction.length];
  };
  if (!Number.isFinite(value)) return false;
  const [left, leftExponent] = decimal(value);
  const [right, rightExponent] = decimal(divisor);
  const exponent = Math.min(leftExponent, rightExponent);
  const scaled = left * 10n ** BigInt(leftExponent - exponent);
  return scaled % (right * 10n ** BigInt(rightExponent - exponent)) === 0n;
}
