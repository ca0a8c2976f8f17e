import { describe, expect, it } from "vitest";
import { createEmulator, type ApiName } from "../src/index.js";
import { startEmulator, START } from "./support/started-emulator.js";
import { createVirtualClock } from "./support/virtual-clock.js";

const NOW = Date.parse(START);
const DAY_MS = 86_400_000;
const APIS: readonly ApiName[] = ["foundry", "agent-platform", "xo"];

describe("the full seed", () => {
  it.each(APIS)("is the same for the same start and the same random seed: %s", (api) => {
    const held = (randomSeed: string) => startEmulator({ randomSeed }).emulator.sessions(api);
    expect(held("a")).toEqual(held("a"));
    expect(held("a")).not.toEqual(held("b"));
  });

  it("is the default, and takes under 100 ms", () => {
    createEmulator();
    const before = performance.now();
    const { stored } = createEmulator();
    expect(performance.now() - before).toBeLessThan(100);
    expect(stored.foundry).toBeGreaterThan(300);
    expect(stored.agentPlatform).toBeGreaterThan(100);
    expect(stored.xo).toBeGreaterThan(5000);
  });

  it.each(APIS)("gives every session an id of its own and none that begins after the start: %s", (api) => {
    const sessions = startEmulator().emulator.sessions(api);
    expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length);
    expect(Math.max(...sessions.map(({ startedAt }) => startedAt))).toBeLessThanOrEqual(NOW);
  });

  it("is relative to the clock: a year later everything but the samples is a year younger", () => {
    const timesOf = (start: string) =>
      startEmulator({}, start)
        .emulator.sessions("xo")
        .map(({ startedAt }) => startedAt);
    const [now, later] = [timesOf(START), timesOf("2027-11-21T10:17:43.219Z")];
    const SAMPLES = 5;
    expect(later.slice(0, SAMPLES)).toEqual(now.slice(0, SAMPLES));
    const scattered = now.slice(SAMPLES, SAMPLES + 1000);
    expect(later.slice(SAMPLES, SAMPLES + 1000)).toEqual(scattered.map((time) => time + 365 * DAY_MS));
  });

  it("covers more than a year of XO with every kind of session", () => {
    const { emulator } = startEmulator();
    const sessions = emulator.sessions("xo").map(({ wire }) => wire as Record<string, unknown>);
    const valuesOf = (name: string): Set<unknown> => new Set(sessions.flatMap((session) => session[name] ?? []));
    expect(valuesOf("containmentType")).toEqual(new Set(["dropOff", "selfService", "agent"]));
    expect(valuesOf("sessionType")).toEqual(new Set(["interactive", "non-interactive"]));
    expect(valuesOf("sessionStatus")).toEqual(new Set(["active", "closed"]));
    expect(valuesOf("isDeveloper")).toEqual(new Set([true, false]));
    expect(valuesOf("session_lang").size).toBeGreaterThanOrEqual(6);
    expect(valuesOf("channel").size).toBe(12);
    const times = emulator.sessions("xo").map(({ startedAt }) => startedAt);
    const lastMonths = times.filter((time) => time > NOW - 401 * DAY_MS);
    expect(NOW - Math.min(...lastMonths)).toBeGreaterThan(390 * DAY_MS);
  });

  it("puts XO sessions where mistakes show: now, at window edges, at midnight, many at one millisecond", () => {
    const { emulator } = startEmulator();
    const { botId } = emulator.credentials.xo;
    const times = emulator.sessions("xo").flatMap(({ place, startedAt }) => (place === botId ? [startedAt] : []));
    const at = (time: number): number => times.filter((other) => other === time).length;
    expect(at(NOW)).toBeGreaterThan(0);
    for (const lengthMs of [6 * DAY_MS, 7 * DAY_MS - 1, 7 * DAY_MS]) {
      for (const offset of [-1, 0, 1]) expect(at(NOW - 52 * lengthMs + offset)).toBeGreaterThan(0);
    }
    expect(at(Date.UTC(2026, 10, 20))).toBeGreaterThan(0);
    expect(at(NOW - 40 * DAY_MS)).toBeGreaterThan(100);
  });
});

describe("the other seeds", () => {
  it("hold nothing, or only the vendors' samples", () => {
    expect({ ...startEmulator({ seed: "none" }).emulator.stored }).toEqual({ foundry: 0, agentPlatform: 0, xo: 0 });
    expect({ ...startEmulator({ seed: "samples" }).emulator.stored }).toEqual({ foundry: 2, agentPlatform: 2, xo: 5 });
  });

  it("leave agents, apps and bots in place", async () => {
    const emulator = createEmulator({ clock: createVirtualClock(START), seed: "none" });
    const { agentRid, token } = emulator.credentials.foundry;
    const url = `http://emulator.test/api/v2/aipAgents/agents/${agentRid}/sessions?preview=true`;
    const response = await emulator.fetch(url, { method: "POST", headers: { authorization: `Bearer ${token}` } });
    expect(response.status).toBe(200);
    expect(emulator.stored.foundry).toBe(1);
  });
});
