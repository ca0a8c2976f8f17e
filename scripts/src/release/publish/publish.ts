import { resolve } from "node:path";
import { readPacked } from "../pack/packed.ts";
import { publishedVersions, type Npm } from "./npm.ts";

export interface PublishOptions {
  /** Made by `pnpm release:pack`. */
  readonly folder: string;
  readonly npm: Npm;
  /** Publishes only names that the registry has never heard of, without provenance, which a build service must give. */
  readonly firstTime: boolean;
  readonly say: (line: string) => void;
}

/** Publishes the packed versions that the registry lacks. Where it broke off, the next run goes on. */
export function publishPacked({ folder, npm, firstTime, say }: PublishOptions): void {
  const known = readPacked(folder).map((item) => ({ ...item, versions: publishedVersions(npm, item.name) }));
  const strangers = known.filter(({ versions }) => versions === undefined).map(({ name }) => name);
  // Before anything is published: half a release is worse than none.
  if (strangers.length > 0 && !firstTime)
    throw new Error(
      `the registry does not know ${strangers.join(", ")}, and trusts a workflow only with packages that it knows; ` +
        `publish them once by hand, as CONTRIBUTING.md tells under "Before the first release"`,
    );
  for (const { name, version, file, versions } of known) {
    const done = reasonToSkip(version, versions, firstTime);
    if (done !== undefined) {
      say(`${name} ${done}`);
      continue;
    }
    const { ok, stdout, stderr } = npm([
      "publish",
      resolve(folder, file),
      ...(firstTime ? ["--provenance=false"] : []),
    ]);
    if (!ok) throw new Error(`${name} ${version} could not be published:\n${stderr || stdout}`);
    say(`published ${name} ${version}`);
  }
}

function reasonToSkip(
  version: string,
  versions: readonly string[] | undefined,
  firstTime: boolean,
): string | undefined {
  if (versions?.includes(version)) return `${version} is published already`;
  return firstTime && versions !== undefined ? "is known already, so the workflow publishes it" : undefined;
}
