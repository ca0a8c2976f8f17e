import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { announce, unreleasedTags } from "../src/release/announce/announce.ts";
import { unpackDescriptions } from "../src/release/announce/descriptions.ts";
import { notesOf } from "../src/release/announce/notes.ts";

const box = "@org/box@1.2.0";
const specs = "@org/specs@0.3.0";

let folder = "";
let said: string[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "announce-"));
  said = [];
  for (const name of ["bin", "releases", "clone/packages/box", "clone/packages/hidden", "clone/specs"])
    mkdirSync(join(folder, name), { recursive: true });
  symlinkSync(fileURLToPath(new URL("fixtures/release/gh.mjs", import.meta.url)), join(folder, "bin/gh"));
  writeFileSync(join(folder, "box.json"), "{}");
  // As on a build machine: git knows no author, and may not guess one.
  writeFileSync(join(folder, ".gitconfig"), "[user]\n  useConfigOnly = true\n");
  write("packages/box/package.json", '{ "name": "@org/box", "version": "1.2.0" }');
  write("packages/box/CHANGELOG.md", "# @org/box\n\n## 1.2.0\n\n- Boxes open.\n\n## 1.1.0\n\n- Boxes.\n");
  write("packages/hidden/package.json", '{ "name": "@org/hidden", "version": "9.9.9", "private": true }');
  write("specs/package.json", '{ "name": "@org/specs", "version": "0.3.0" }');
  git("init", "--quiet", "--bare", join(folder, "remote.git"));
  git("init", "--quiet", "--initial-branch=main");
  git("remote", "add", "origin", join(folder, "remote.git"));
  git("add", ".");
  git("-c", "user.name=x", "-c", "user.email=x@localhost", "commit", "--quiet", "--message", "x");
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("announcing what was published", () => {
  test("tags every public version and releases it, where git knows no author", () => {
    expect(unreleasedTags(place())).toEqual([box, specs]);
    run();
    expect(remoteTags()).toEqual([box, specs]);
    expect(release(box)).toEqual({ notes: "- Boxes open.", assets: [] });
    expect(release(specs).assets).toEqual([{ name: "box.json", text: "{}" }]);
    expect(unreleasedTags(place())).toEqual([]);
  });

  test("goes on where it broke off", () => {
    expect(() => run({ GH_BREAKS_AT: specs })).toThrow(/HTTP 502/);
    expect(remoteTags()).toEqual([box, specs]);
    expect(unreleasedTags(place())).toEqual([specs]);
    said = [];
    run();
    expect(said).toEqual([`released ${specs} with 1 files`]);
    expect(release(specs).assets).toHaveLength(1);
  });

  test("finishes a release that was left a draft, which nobody sees", () => {
    expect(() => run({ GH_LEAVES_DRAFT: specs })).toThrow(/HTTP 502/);
    expect(unreleasedTags(place())).toEqual([specs]);
    said = [];
    run();
    expect(said).toEqual([`attached 1 files to ${specs}`, `published the draft of ${specs}`]);
    expect(unreleasedTags(place())).toEqual([]);
    expect(release(specs)).toMatchObject({ assets: [{ name: "box.json" }] });
  });

  test("replaces a tag that only this clone has", () => {
    git("tag", box);
    run();
    expect(remoteTags()).toEqual([box, specs]);
  });

  test("attaches what a release lacks", () => {
    run();
    writeFileSync(join(folder, "releases", encodeURIComponent(specs)), '{ "notes": "", "assets": [] }');
    said = [];
    run();
    expect(said).toEqual([`attached 1 files to ${specs}`]);
    expect(release(specs).assets).toHaveLength(1);
  });

  test("does nothing when there is nothing to do", () => {
    run();
    said = [];
    run({ GH_BREAKS_AT: specs });
    expect(said).toEqual([]);
  });

  test("fails where a tag did not arrive", () => {
    // A remote that takes pushes and forgets them.
    writeFileSync(join(folder, "remote.git/hooks/post-receive"), `#!/bin/sh\ngit tag --delete ${box} || true\n`, {
      mode: 0o755,
    });
    for (const tag of [box, specs])
      writeFileSync(join(folder, "releases", encodeURIComponent(tag)), '{ "assets": [{ "name": "box.json" }] }');
    expect(() => run()).toThrow(`these tags did not arrive: ${box}`);
  });
});

test("a release whose change log says nothing of the version says so", () => {
  expect(notesOf(join(folder, "clone"), "packages/box", "1.1.0")).toBe("- Boxes.");
  expect(notesOf(join(folder, "clone"), "packages/box", "1.1")).toMatch(/says nothing/);
  expect(notesOf(join(folder, "clone"), "specs", "0.3.0")).toMatch(/says nothing/);
});

test("descriptions are unpacked under the names of their APIs, and nothing else is", () => {
  const content = join(folder, "content/package/dist");
  mkdirSync(join(content, "box"), { recursive: true });
  for (const file of ["index.json", "box/openapi.json", "box/openapi-3.0.yaml", "box/CHANGELOG.md"])
    writeFileSync(join(content, file), file);
  const tarball = join(folder, "specs.tgz");
  execFileSync("tar", ["-czf", tarball, "-C", join(folder, "content"), "package"]);
  const to = join(folder, "descriptions");
  const files = unpackDescriptions(tarball, to);
  expect(files).toEqual([join(to, "box-openapi-3.0.yaml"), join(to, "box-openapi.json")]);
  expect(readFileSync(join(to, "box-openapi.json"), "utf8")).toBe("box/openapi.json");
});

function run(more: Readonly<Record<string, string>> = {}): void {
  const files = new Map([["specs", [join(folder, "box.json")]]]);
  announce({ ...place(more), files, say: (line) => said.push(line) });
}

function place(more: Readonly<Record<string, string>> = {}): {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
} {
  const env = {
    PATH: `${join(folder, "bin")}${delimiter}${process.env["PATH"]}`,
    HOME: folder,
    GIT_CONFIG_NOSYSTEM: "1",
    GH_STATE: join(folder, "releases"),
    GH_REMOTE: join(folder, "remote.git"),
    ...more,
  };
  return { root: join(folder, "clone"), env };
}

function remoteTags(): readonly string[] {
  return execFileSync("git", ["tag"], { cwd: join(folder, "remote.git"), encoding: "utf8" })
    .trim()
    .split("\n");
}

function release(tag: string): { readonly notes: string; readonly assets: readonly unknown[] } {
  expect(readdirSync(join(folder, "releases"))).toContain(encodeURIComponent(tag));
  return JSON.parse(readFileSync(join(folder, "releases", encodeURIComponent(tag)), "utf8")) as {
    notes: string;
    assets: unknown[];
  };
}

function git(...args: readonly string[]): void {
  execFileSync("git", args, { cwd: join(folder, "clone"), stdio: "ignore" });
}

function write(file: string, text: string): void {
  writeFileSync(join(folder, "clone", file), text);
}
