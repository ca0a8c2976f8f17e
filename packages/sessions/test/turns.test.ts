import { describe, expect, test } from "vitest";
import { inTurn, type Lane, type Turn } from "../src/turns.js";

/** A lane that gives its numbers, the n-th one after `delays[n]` turns of the event loop. */
function lane(key: string, count: number, delays: (index: number) => number = () => 0) {
  const state = { given: 0, running: 0, mostRunning: 0, ended: false };
  async function* values(): AsyncGenerator<number, void> {
    try {
      for (let index = 0; index < count; index++) {
        state.mostRunning = Math.max(state.mostRunning, ++state.running);
        for (let turn = delays(index); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
        state.running--;
        state.given++;
        yield index;
      }
    } finally {
      state.ended = true;
    }
  }
  return { key, state, values: values() };
}

async function take(lanes: readonly Lane<number>[], count = Infinity): Promise<Turn<number>[]> {
  const turns: Turn<number>[] = [];
  if (count === 0) return turns;
  for await (const turn of inTurn(lanes)) {
    turns.push(turn);
    if (turns.length >= count) break;
  }
  return turns;
}

const keys = (turns: readonly Turn<number>[]): string => turns.map(({ key }) => key).join("");

describe("lanes that are all ready", () => {
  test("take turns, and the rest goes on when one has ended", async () => {
    expect(keys(await take([lane("a", 4), lane("b", 2), lane("c", 3)]))).toBe("abcabcaca");
  });

  test("give every value once, each lane in its own order, whatever their speed", async () => {
    for (let seed = 1; seed <= 50; seed++) {
      const lanes = ["a", "b", "c", "d"].map((key, number) =>
        lane(key, (seed * (number + 3)) % 17, (index) => (index * seed * (number + 1)) % 5),
      );
      const turns = await take(lanes);
      for (const { key, state } of lanes) {
        const own = turns.filter((turn) => turn.key === key).map(({ value }) => value);
        expect(own).toEqual(Array.from({ length: own.length }, (_, index) => index));
        expect(own).toHaveLength(state.given);
      }
    }
  });

  test("of none end at once", async () => {
    expect(await take([])).toEqual([]);
    expect(await take([lane("a", 0)])).toEqual([]);
  });
});

describe("a slow lane", () => {
  test("holds nobody up", async () => {
    const turns = keys(await take([lane("s", 1, () => 200), lane("a", 9), lane("b", 9)]));
    expect(turns).toBe("abababababababababs");
  });

  test("gets its turn as soon as it is ready, however fast the others are", async () => {
    const fast = lane("f", 1000, () => 1);
    const turns = keys(await take([fast, lane("s", 3, () => 20)]));
    const places = [...turns.matchAll(/s/g)].map(({ index }) => index);
    expect(places).toHaveLength(3);
    expect(places[2]).toBeLessThan(100);
  });
});

describe("memory", () => {
  test("holds one value of each lane beyond those that were taken, however long nobody takes any", async () => {
    const lanes = [lane("a", 1000), lane("b", 1000)];
    let taken = 0;
    for await (const _ of inTurn(lanes)) {
      taken++;
      for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(lanes.reduce((sum, { state }) => sum + state.given, 0)).toBeLessThanOrEqual(taken + lanes.length);
      if (taken === 20) break;
    }
  });

  test("is never asked for two values of one lane at a time", async () => {
    const lanes = [lane("a", 50, () => 2), lane("b", 50)];
    await take(lanes);
    expect(lanes.map(({ state }) => state.mostRunning)).toEqual([1, 1]);
  });
});

describe("the end", () => {
  test("reaches every lane when somebody stops early", async () => {
    const lanes = [lane("a", 10), lane("b", 10, () => 3), lane("c", 10)];
    await take(lanes, 4);
    for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(lanes.map(({ state }) => state.ended)).toEqual([true, true, true]);
  });

  test("does not wait for a lane that is stuck", async () => {
    const stuck: Lane<number> = { key: "s", values: { next: () => new Promise(() => {}) } };
    expect(await take([stuck, lane("a", 3)], 2)).toHaveLength(2);
  });

  test("comes with the error of a lane that throws", async () => {
    const broken: Lane<number> = {
      key: "x",
      values: { next: () => Promise.reject(new Error("broken")), return: () => Promise.reject(new Error("again")) },
    };
    await expect(take([broken, lane("a", 3)])).rejects.toThrow("broken");
  });
});
