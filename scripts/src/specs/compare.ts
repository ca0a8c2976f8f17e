// What a change of a description asks of its next version number, told by `redocly diff` and, of what that does not rate,
// by a comparison of our own.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Document } from "./bundle.ts";
import { compareUnrated } from "./compare-unrated.ts";
import { redocly } from "./redocly.ts";

const ratings = fileURLToPath(new URL("redocly-diff.yaml", import.meta.url));

/** What semantic versioning asks for, the strongest first. */
export const bumps = ["major", "minor", "patch", "none"] as const;
export type Bump = (typeof bumps)[number];

export interface Change {
  readonly bump: Exclude<Bump, "none">;
  /** JSON pointer into the description, references followed. */
  readonly place: string;
  /** What changed there, in a sentence. */
  readonly text: string;
}

export interface Comparison {
  /** The strongest bump among the changes; "none" without any. */
  readonly bump: Bump;
  /** The strongest first. */
  readonly changes: readonly Change[];
}

/** The part of Redocly's report that is read. */
interface Report {
  readonly changes: readonly {
    readonly path: string;
    readonly typeName: string;
    readonly kind: "added" | "removed" | "modified";
    readonly impact: Exclude<Bump, "none">;
    readonly property?: string;
    readonly verdicts: readonly { readonly message: string }[];
  }[];
}

/**
 * Compares two bundled descriptions of one API, the released one first. `config` is for the test that shows what a
 * configuration without ratings does.
 */
export async function compareDescriptions(
  base: Document,
  next: Document,
  { config = ratings }: { readonly config?: string } = {},
): Promise<Comparison> {
  const folder = await mkdtemp(join(tmpdir(), "specs-compare-"));
  try {
    const files = [join(folder, "base.json"), join(folder, "next.json")] as const;
    await Promise.all([writeFile(files[0], JSON.stringify(base)), writeFile(files[1], JSON.stringify(next))]);
    const run = await redocly("diff", ...files, "--config", config, "--format", "json", "--fail-on", "none");
    if (run.code !== 0) throw new Error(`redocly diff failed:\n${run.stderr}${run.stdout}`);
    const rated = (JSON.parse(run.stdout) as Report).changes.map(({ path, impact, ...what }) => ({
      bump: impact,
      place: path,
      text: sentence(what),
    }));
    const changes = [...rated, ...compareUnrated(base, next)];
    changes.sort((a, b) => bumps.indexOf(a.bump) - bumps.indexOf(b.bump));
    return { bump: changes[0]?.bump ?? "none", changes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Redocly words the changes that it has a rule for; the others are worded here. */
function sentence({ typeName, kind, property, verdicts }: Omit<Report["changes"][number], "path" | "impact">): string {
  if (verdicts.length > 0) return verdicts.map(({ message }) => message).join(" ");
  return property === undefined ? `${typeName} ${kind}.` : `\`${property}\` of ${typeName} ${kind}.`;
}
