/** What `pnpm bench` wrote last. */
export interface Benchmarks {
  readonly environment: Readonly<Record<"date" | "node" | "typescript" | "platform" | "processor", string>>;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly group: string;
  readonly what: string;
  readonly unit: string;
  readonly value: Measure;
  /** As a multiple of the group's measure. */
  readonly versus?: Measure;
  readonly budget?: { readonly text: string };
  readonly verdict?: string;
}

interface Measure {
  readonly median: number;
  readonly low?: number;
  readonly high?: number;
}

const files = import.meta.glob<Benchmarks>("../../../benchmarks/results/latest.json", {
  eager: true,
  import: "default",
});

export const benchmarks: Benchmarks | undefined = Object.values(files)[0];

/** The lines of each group, in the order in which they were measured. */
export function groupsOf(lines: readonly Line[]): { title: string; lines: Line[] }[] {
  return [...new Set(lines.map(({ group }) => group))].map((title) => ({
    title,
    lines: lines.filter(({ group }) => group === title),
  }));
}

/** A value with its unit, in three digits or so. */
export function valueText({ value: { median }, unit }: Line): string {
  if (unit === "bytes") return median >= 1e6 ? `${(median / 1e6).toFixed(1)} MB` : `${(median / 1000).toFixed(1)} kB`;
  const text = median >= 100 ? Math.round(median).toLocaleString("en") : String(Number(median.toPrecision(3)));
  return `${text} ${unit === "us" ? "µs" : unit}`;
}
