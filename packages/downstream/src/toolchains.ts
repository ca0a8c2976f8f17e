import { spawnSync } from "node:child_process";
import { golang } from "./generators/go.ts";
import { java } from "./generators/java.ts";
import { python } from "./generators/python.ts";
import { rust } from "./generators/rust.ts";
import { typescript } from "./generators/typescript.ts";
import type { Toolchain } from "./model.ts";

export const toolchains: readonly Toolchain[] = [typescript, python, golang, java, rust];

export interface Found {
  /** What the programs say of themselves: a new compiler makes every cell run again. */
  readonly version: string;
  /** The first program that is not on the machine. */
  readonly missing?: string;
}

/** Looks for the programs that a language and a generator need. */
export function find(...needs: readonly (Toolchain["needs"] | undefined)[]): Found {
  const versions: string[] = [];
  for (const [program, args] of needs.flatMap((some) => Object.entries(some ?? {}))) {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) return { version: "", missing: program };
    versions.push(`${program} ${`${stdout}${stderr}`.split("\n")[0]?.trim() ?? ""}`);
  }
  return { version: versions.join(", ") };
}
