import { basename } from "node:path";
import { publicPackages } from "../packages.ts";
import { attach, createRelease, findRelease, publishDraft, pushTag, remoteTags, type Place } from "./github.ts";
import { notesOf } from "./notes.ts";

export interface AnnounceOptions extends Place {
  /** The files that a release gets, by the directory of its package: `specs`. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  readonly say: (line: string) => void;
}

/** The tag of every package as it stands in the manifests: `@org/runtime@1.2.3`. */
export function expectedTags(root: string): readonly string[] {
  return publicPackages(root).map(({ name, manifest }) => `${name}@${manifest.version}`);
}

/** The tags that no release has been made of. */
export function unreleasedTags(place: Place): readonly string[] {
  return expectedTags(place.root).filter((tag) => findRelease(place, tag)?.isDraft !== false);
}

/**
 * Gives every published version a tag and a release. It goes by the manifests and by what is in the repository, and not by
 * what this run has published, so that it may be run again whenever something broke off.
 */
export function announce({ root, env, files, say }: AnnounceOptions): void {
  const place = { root, env };
  const tagged = remoteTags(place);
  for (const { name, directory, manifest } of publicPackages(root)) {
    const tag = `${name}@${manifest.version}`;
    if (!tagged.has(tag)) {
      pushTag(place, tag);
      say(`tagged ${tag}`);
    }
    const wanted = files.get(directory) ?? [];
    const release = findRelease(place, tag);
    if (release === undefined) {
      createRelease(place, { tag, notes: notesOf(root, directory, manifest.version), files: wanted });
      say(`released ${tag}${wanted.length > 0 ? ` with ${wanted.length} files` : ""}`);
    } else {
      const missing = wanted.filter((file) => !release.attached.has(basename(file)));
      if (missing.length > 0) {
        attach(place, tag, missing);
        say(`attached ${missing.length} files to ${tag}`);
      }
      if (release.isDraft) {
        publishDraft(place, tag);
        say(`published the draft of ${tag}`);
      }
    }
  }
  const now = remoteTags(place);
  const missing = expectedTags(root).filter((tag) => !now.has(tag));
  if (missing.length > 0) throw new Error(`these tags did not arrive: ${missing.join(", ")}`);
}
