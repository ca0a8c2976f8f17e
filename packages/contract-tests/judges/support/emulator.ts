import { createEmulator, type Emulator, type EmulatorOptions } from "@org/emulator";
import { serve, type Served } from "@org/emulator/node";

/** Serves an emulator on a free port of this machine while something runs. */
export async function withEmulator<T>(run: (served: Served) => Promise<T>, options: EmulatorOptions = {}): Promise<T> {
  const served = await serve({ emulator: createEmulator({ ...unlimited, ...options }) });
  try {
    return await run(served);
  } finally {
    await served.close();
  }
}

/** Judges ask faster than XO lets them. */
const unlimited: EmulatorOptions = { xo: { requestsPerMinute: Infinity, requestsPerHour: Infinity } };

/** How many requests each operation has got. */
export function requestsByOperation({ log }: Emulator): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { operation } of log) if (operation) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return counts;
}
