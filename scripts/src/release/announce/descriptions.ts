import { execFileSync } from "node:child_process";
import { copyFileSync, globSync, mkdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Unpacks the descriptions of a tarball, each as a file whose name says of which API it is: `kore-xo-openapi.json`. */
export function unpackDescriptions(tarball: string, folder: string): readonly string[] {
  const unpacked = join(folder, "unpacked");
  mkdirSync(unpacked, { recursive: true });
  execFileSync("tar", ["-xzf", tarball, "-C", unpacked]);
  return globSync("package/dist/*/openapi*", { cwd: unpacked })
    .sort()
    .map((file) => {
      const to = join(folder, `${basename(dirname(file))}-${basename(file)}`);
      copyFileSync(join(unpacked, file), to);
      return to;
    });
}
