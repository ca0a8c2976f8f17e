/** One generator on one description: what the downstream suite found. */
interface Cell {
  readonly api: string;
  readonly generator: string;
  readonly language: string;
  readonly version: string;
  /** The form of the description that it read: 3.1 or 3.0.3. */
  readonly reads: string;
  /** How far it came: `live` is as far as it goes. */
  readonly state: string;
}

/** A generator, and how far each description came with it. */
export interface Row extends Omit<Cell, "api" | "state"> {
  /** By API. */
  readonly states: Readonly<Record<string, string>>;
}

const files = import.meta.glob<readonly Cell[]>("../../../downstream/results/downstream.json", {
  eager: true,
  import: "default",
});
const cells = Object.values(files)[0] ?? [];

/** Empty where the downstream suite has not run before this site was built. */
export const generators: readonly Row[] = [...Map.groupBy(cells, ({ generator }) => generator).values()].flatMap(
  (own) =>
    own.slice(0, 1).map(({ generator, version, language, reads }) => ({
      generator,
      version,
      language,
      reads,
      states: Object.fromEntries(own.map(({ api, state }) => [api, state])),
    })),
);
