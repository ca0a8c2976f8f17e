import { describe, expect, it } from "vitest";
import { createRandom } from "../src/random.js";

describe("a source of random values", () => {
  it("repeats itself for the same seed and differs for another", () => {
    const draw = (seed: string) => Array.from({ length: 20 }, createRandom(seed).next);
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });

  it("stays within the bounds that it was given, and reaches both", () => {
    const random = createRandom("bounds");
    const drawn = new Set(Array.from({ length: 500 }, () => random.integer(-1, 3)));
    expect([...drawn].sort((left, right) => left - right)).toEqual([-1, 0, 1, 2, 3]);
  });

  it("spreads its values evenly", () => {
    const random = createRandom("even");
    const counts = Array.from({ length: 10 }, () => 0);
    for (let count = 0; count < 10_000; count += 1) counts[Math.floor(random.next() * 10)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(900);
    expect(Math.max(...counts)).toBeLessThan(1100);
  });

  it("makes UUIDs of version 4 that do not repeat", () => {
    const random = createRandom("uuid");
    const uuids = Array.from({ length: 5000 }, random.uuid);
    expect(new Set(uuids).size).toBe(5000);
    for (const uuid of uuids.slice(0, 100)) {
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  it("refuses to pick from nothing", () => {
    expect(() => createRandom("none").pick([])).toThrow(RangeError);
  });
});
