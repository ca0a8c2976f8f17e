import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly needs?: string | readonly string[];
  readonly steps?: readonly { readonly run?: string }[];
}
const root = fileURLToPath(new URL("../../", import.meta.url));
const { jobs } = parse(readFileSync(`${root}.github/workflows/release.yml`, "utf8")) as {
  readonly jobs: Readonly<Record<string, Job>>;
};
const runsIn = (job: Job | undefined): readonly string[] =>
  (job?.steps ?? []).flatMap(({ run }) => (run === undefined ? [] : [run]));

describe("the release workflow", () => {
  test("lets no job both publish and write to the repository", () => {
    const rights = Object.values(jobs).map(({ permissions = {} }) => permissions);
    expect(rights.filter((all) => all["id-token"] === "write")).toEqual([{ contents: "read", "id-token": "write" }]);
  });

  test("publishes nothing that CI has not passed and the rehearsal has not run", () => {
    expect(jobs["publish"]?.needs).toEqual(["check", "pack"]);
    expect(jobs["check"]).toMatchObject({ uses: "./.github/workflows/ci.yml" });
    expect(runsIn(jobs["pack"])).toContain("node scripts/bootstrap.mjs run release:rehearse");
  });

  test.each(["plan", "publish", "announce"])(
    "runs in the job %s one program, that needs nothing installed",
    async (name) => {
      const runs = runsIn(jobs[name]);
      expect(runs).toHaveLength(1);
      const [, program = ""] = /^node (scripts\/src\/release\/\S+\.ts)/.exec(runs[0] ?? "") ?? [];
      const { metafile } = await build({
        entryPoints: [program],
        absWorkingDir: root,
        bundle: true,
        packages: "external",
        platform: "node",
        format: "esm",
        write: false,
        metafile: true,
      });
      const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
      expect(imported).toContain("node:fs");
      expect(imported.filter((path) => !path.startsWith("node:"))).toEqual([]);
    },
  );
});
