import { spawnSync } from "node:child_process";
import { typescript } from "./generators/typescript.ts";
import type { Toolchain } from "./model.ts";

export const toolchains: readonly Toolchain[] = [typescript];

export type Found = { readonly version: string } | { readonly missing: string };

/** Looks for the programs that a language needs. */
export function find({ needs }: Toolchain): Found {
  const versions: string[] = [];
  for (const [program, args] of Object.entries(needs)) {
    const { status, stdout, stderr } = spawnSync(program, args, { encoding: "utf8" });
    if (status !== 0) return { missing: program };
    versions.push(`${program} ${`${stdout}${stderr}`.split("\n")[0]?.trim() ?? ""}`);
  }
  return { version: versions.join(", ") };
}
