import { createEmulator, type Emulator, type EmulatorOptions, type HeldSession } from "@org/emulator";

/** A clock that jumps over every wait. Those who wait at the same time wait together. */
export interface VirtualClock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** An arbitrary moment, on no window edge and no midnight. */
const start = Date.UTC(2026, 10, 21, 9, 30, 12, 345);

export function virtualClock(): VirtualClock {
  let now = start;
  return {
    now: () => now,
    sleep: async (ms) => {
      const end = now + ms;
      await Promise.resolve();
      now = Math.max(now, end);
    },
  };
}

export type Fetch = Emulator["fetch"];

/** An emulator, and what any client needs to reach it on the same clock. */
export interface World {
  readonly clock: VirtualClock;
  readonly emulator: Emulator;
  readonly connection: { readonly baseUrl: string; readonly fetch: Fetch; readonly clock: VirtualClock };
}

export function createWorld(options: Omit<EmulatorOptions, "clock"> = {}): World {
  const clock = virtualClock();
  const emulator = createEmulator({ ...options, clock });
  return { clock, emulator, connection: { baseUrl: "http://localhost", fetch: emulator.fetch, clock } };
}

/** The ids of the XO sessions of some bots that began in [since, until), latest first, as the emulator knows them. */
export function xoTruth(
  { emulator }: World,
  {
    botIds,
    since,
    until,
    where = () => true,
  }: {
    botIds: readonly string[];
    since: number;
    until: number;
    where?: (session: HeldSession & { readonly wire: Readonly<Record<string, unknown>> }) => boolean;
  },
): string[] {
  return emulator
    .sessions("xo")
    .map((session) => ({ ...session, wire: session.wire as Record<string, unknown> }))
    .filter(({ place, startedAt }) => botIds.includes(place) && startedAt >= since && startedAt < until)
    .filter(where)
    .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id);
}

/** Every combination of the values of each option. */
export function combinations<Options extends object>(values: {
  readonly [Name in keyof Options]: readonly Options[Name][];
}): Options[] {
  let all: Partial<Options>[] = [{}];
  for (const [name, choices] of Object.entries(values) as [keyof Options, Options[keyof Options][]][]) {
    all = all.flatMap((chosen) => choices.map((choice) => ({ ...chosen, [name]: choice })));
  }
  return all as Options[];
}
