import { spawnSync } from "node:child_process";
import { cleanEnvironment } from "../../clean-environment.ts";

/** How npm is asked: it does not throw when npm fails. */
export type Npm = (args: readonly string[]) => {
  readonly ok: boolean;
  readonly stdout: string;
  readonly stderr: string;
};

/** The npm at hand, with a registry of its own if one is named. */
export function npmWith({ registry }: { readonly registry?: string | undefined }): Npm {
  // On the command line nothing wins over it: a rehearsal must never reach a real registry.
  const last = registry === undefined ? [] : [`--registry=${registry}`];
  return (args) => {
    const { status, error, stdout, stderr } = spawnSync("npm", [...args, ...last], {
      encoding: "utf8",
      env: cleanEnvironment(),
    });
    if (error !== undefined) throw new Error(`npm could not be started: ${error.message}`);
    return { ok: status === 0, stdout, stderr };
  };
}

/** All versions that the registry has of a package; `undefined` if it has never heard of it. */
export function publishedVersions(npm: Npm, name: string): readonly string[] | undefined {
  const { ok, stdout, stderr } = npm(["view", name, "versions", "--json"]);
  const answer = parse(stdout);
  // One version alone comes as a string from some releases of npm.
  if (ok) return typeof answer === "string" ? [answer] : (answer as readonly string[]);
  if ((answer as { readonly error?: { readonly code?: string } } | undefined)?.error?.code === "E404") return undefined;
  throw new Error(`npm could not tell which versions of ${name} there are:\n${stderr || stdout}`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
