/** A source of values that look random and are the same for the same seed. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number between `least` and `most`, both included. */
  integer(least: number, most: number): number;
  /** @throws RangeError when there is nothing to pick from. */
  pick<T>(items: readonly T[]): T;
  /** True with the given probability. */
  chance(probability: number): boolean;
  hex(digits: number): string;
  /** A UUID of version 4. */
  uuid(): string;
}

/** Makes a source from a seed: any text. The generator is sfc32; it is not meant for secrets. */
export function createRandom(seed: string): Random {
  const words = sfc32(seed);
  const hex = (digits: number): string => {
    let text = "";
    while (text.length < digits) text += words().toString(16).padStart(8, "0");
    return text.slice(0, digits);
  };
  const next = (): number => words() / 2 ** 32;
  const integer = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("There is nothing to pick from");
      return items[integer(0, items.length - 1)]!;
    },
    chance: (probability) => next() < probability,
    hex,
    uuid: () => {
      const variant = "89ab"[integer(0, 3)]!;
      return `${hex(8)}-${hex(4)}-4${hex(3)}-${variant}${hex(3)}-${hex(12)}`;
    },
  };
}

function sfc32(seed: string): () => number {
  let [a, b, c, counter] = [hash(`${seed}/a`), hash(`${seed}/b`), hash(`${seed}/c`), 1];
  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // The first words of neighbouring seeds resemble each other.
  for (let round = 0; round < 12; round += 1) word();
  return word;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value | 0;
}
