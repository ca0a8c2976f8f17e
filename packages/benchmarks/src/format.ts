import type { Figure, Unit } from "./line.ts";

/** A number as a person reads it: three digits that count, and its unit. */
export function formatAmount(amount: number, unit: Unit): string {
  switch (unit) {
    case "us":
      return `${digits(amount)} µs`;
    case "ms":
      return `${digits(amount)} ms`;
    case "bytes":
      return Math.abs(amount) < 1e6 ? `${(amount / 1e3).toFixed(2)} kB` : `${(amount / 1e6).toFixed(2)} MB`;
    case "items/s":
      return `${grouped(amount)} /s`;
    case "instantiations":
      return grouped(amount);
    case "x":
      return `${amount.toFixed(2)} x`;
  }
}

/** The middle half of the measurements, where there is one. */
export function formatSpread({ low, high }: Figure, unit: Unit): string {
  if (low === undefined || high === undefined) return "";
  const first = formatAmount(low, unit);
  const last = formatAmount(high, unit);
  const [unitOfFirst, unitOfLast] = [first, last].map((text) => text.slice(text.lastIndexOf(" ")));
  return `${unitOfFirst === unitOfLast ? first.slice(0, first.lastIndexOf(" ")) : first} to ${last}`;
}

function digits(amount: number): string {
  const size = Math.abs(amount);
  return amount.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

function grouped(amount: number): string {
  return Math.round(amount).toLocaleString("en-US");
}
