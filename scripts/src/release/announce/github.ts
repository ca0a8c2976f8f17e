// Tags and releases on GitHub, by git and gh.
import { execFileSync, spawnSync, type StdioOptions } from "node:child_process";

export interface Release {
  /** The names of the files that are attached. */
  readonly attached: ReadonlySet<string>;
  /** gh makes one first, attaches the files, and only then lets everybody see it. */
  readonly isDraft: boolean;
}

export interface NewRelease {
  readonly tag: string;
  readonly notes: string;
  /** Paths of the files to attach; their last parts are the names they get. */
  readonly files: readonly string[];
}

export interface Place {
  /** A clone whose `origin` is the repository. */
  readonly root: string;
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/** A tag with a message needs an author, and git on a build machine knows none. */
const author = [
  "-c",
  "user.name=github-actions[bot]",
  "-c",
  "user.email=41898282+github-actions[bot]@users.noreply.github.com",
];

export function remoteTags(place: Place): ReadonlySet<string> {
  const lines = run(place, "git", ["ls-remote", "--tags", "origin"]).split("\n");
  return new Set(lines.flatMap((line) => /\trefs\/tags\/([^^]+)$/.exec(line)?.[1] ?? []));
}

/** Tags the commit at hand, here and in the repository. */
export function pushTag(place: Place, tag: string): void {
  // One that is only here may be left from a run that broke off.
  run(place, "git", [...author, "tag", "--force", "--annotate", tag, "--message", tag]);
  run(place, "git", ["push", "--quiet", "origin", `refs/tags/${tag}`]);
}

/** The release of a tag; `undefined` if there is none. */
export function findRelease({ root, env }: Place, tag: string): Release | undefined {
  const { status, error, stdout, stderr } = spawnSync("gh", ["release", "view", tag, "--json", "assets,isDraft"], {
    cwd: root,
    encoding: "utf8",
    env: env ?? process.env,
  });
  if (error !== undefined) throw new Error(`gh could not be started: ${error.message}`);
  if (status !== 0 && /release not found/i.test(stderr)) return undefined;
  if (status !== 0) throw new Error(`gh could not tell whether there is a release of ${tag}:\n${stderr}`);
  const { assets, isDraft } = JSON.parse(stdout) as {
    readonly assets: readonly { readonly name: string }[];
    readonly isDraft: boolean;
  };
  return { attached: new Set(assets.map(({ name }) => name)), isDraft };
}

export function createRelease(place: Place, { tag, notes, files }: NewRelease): void {
  run(place, "gh", ["release", "create", tag, "--verify-tag", "--title", tag, `--notes=${notes}`, ...files]);
}

export function attach(place: Place, tag: string, files: readonly string[]): void {
  run(place, "gh", ["release", "upload", tag, "--clobber", ...files]);
}

/** Lets everybody see a release that was left a draft. */
export function publishDraft(place: Place, tag: string): void {
  run(place, "gh", ["release", "edit", tag, "--verify-tag", "--draft=false"]);
}

function run({ root, env }: Place, program: string, args: readonly string[]): string {
  // What a failed program said is in the error.
  const stdio: StdioOptions = ["ignore", "pipe", "pipe"];
  return execFileSync(program, args, { cwd: root, encoding: "utf8", env: env ?? process.env, stdio });
}
