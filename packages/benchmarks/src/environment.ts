import { cpus, platform } from "node:os";
import { compilers } from "./types/compile.ts";

/** What the numbers were measured on: they hold nowhere else, the multiples do. */
export interface Environment {
  readonly date: string;
  readonly node: string;
  readonly typescript: string;
  readonly platform: string;
  readonly processor: string;
}

export function environment(): Environment {
  const processors = cpus();
  return {
    date: new Date().toISOString(),
    node: process.versions.node,
    typescript: compilers.map(({ version }) => version).join(" and "),
    platform: `${platform()} ${process.arch}`,
    processor: `${processors.length} x ${processors[0]?.model.trim() ?? "unknown"}`,
  };
}
