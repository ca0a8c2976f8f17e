import { parseArgs, type ParseArgsConfig } from "node:util";

/** Reads the arguments of a command; where they make no sense, says so with the usage, and ends. */
export function readArguments<const T extends ParseArgsConfig>(
  usage: string,
  config: T,
): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return refuseArguments(usage, error instanceof Error ? error.message : String(error));
  }
}

export function refuseArguments(usage: string, problem: string): never {
  console.error(`${problem}\n\nUsage: ${usage}`);
  process.exit(2);
}
