import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { inOrder } from "../src/release/pack/order.ts";
import { writePacked } from "../src/release/pack/packed.ts";
import type { PublicPackage } from "../src/release/packages.ts";
import { publishedVersions, type Npm } from "../src/release/publish/npm.ts";
import { publishPacked } from "../src/release/publish/publish.ts";
import { publishAll } from "../src/release/rehearse/publish.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "publish-"));
  writePacked(folder, [
    { name: "@org/box", version: "1.2.0", file: "box.tgz" },
    { name: "@org/lid", version: "1.2.0", file: "lid.tgz" },
  ]);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** npm before a registry that has these versions. */
function npmFor(versions: Record<string, string[]>, { refuses }: { refuses?: string } = {}): Npm & { asked: string[] } {
  const asked: string[] = [];
  const npm: Npm = ([command = "", what = "", ...rest]) => {
    if (command === "view") {
      const known = versions[what];
      return known === undefined
        ? { ok: false, stdout: '{ "error": { "code": "E404" } }', stderr: "" }
        : { ok: true, stdout: JSON.stringify(known), stderr: "" };
    }
    asked.push([command, basename(what), ...rest].join(" "));
    if (basename(what) === refuses) return { ok: false, stdout: "", stderr: "npm error 503" };
    versions[`@org/${basename(what, ".tgz")}`] = ["1.2.0"];
    return { ok: true, stdout: "", stderr: "" };
  };
  return Object.assign(npm, { asked });
}

const publish = (npm: Npm, firstTime = false): void => publishPacked({ folder, npm, firstTime, say: () => {} });

describe("publishing", () => {
  test("publishes what the registry lacks, in the order of packing, with the provenance that the packages ask for", () => {
    const npm = npmFor({ "@org/box": ["1.1.0"], "@org/lid": ["1.1.0"] });
    publish(npm);
    expect(npm.asked).toEqual(["publish box.tgz", "publish lid.tgz"]);
  });

  test("goes on where it broke off", () => {
    const versions = { "@org/box": ["1.1.0"], "@org/lid": ["1.1.0"] };
    expect(() => publish(npmFor(versions, { refuses: "lid.tgz" }))).toThrow(
      /@org\/lid 1\.2\.0 could not be published:\nnpm error 503/,
    );
    const again = npmFor(versions);
    publish(again);
    expect(again.asked).toEqual(["publish lid.tgz"]);
  });

  test("does nothing when there is nothing to do", () => {
    const npm = npmFor({ "@org/box": ["1.2.0"], "@org/lid": ["1.2.0"] });
    publish(npm);
    expect(npm.asked).toEqual([]);
  });

  test("publishes nothing where the registry does not know a name, and says what to do", () => {
    const npm = npmFor({ "@org/box": ["1.1.0"] });
    expect(() => publish(npm)).toThrow(/does not know @org\/lid, .* by hand/);
    expect(npm.asked).toEqual([]);
  });

  test("publishes new names the first time, without provenance", () => {
    const npm = npmFor({});
    publish(npm, true);
    expect(npm.asked).toEqual(["publish box.tgz --provenance=false", "publish lid.tgz --provenance=false"]);
  });
});

test("publishing for the first time leaves known names to the workflow", () => {
  const npm = npmFor({ "@org/box": ["1.1.0"] });
  publish(npm, true);
  expect(npm.asked).toEqual(["publish lid.tgz --provenance=false"]);
});

describe("what the registry has", () => {
  const answer = (ok: boolean, stdout: string) => publishedVersions(() => ({ ok, stdout, stderr: "" }), "@org/box");

  test("is read from a list, and from one version alone", () => {
    expect(answer(true, '["1.0.0", "1.1.0"]')).toEqual(["1.0.0", "1.1.0"]);
    expect(answer(true, '"1.0.0"')).toEqual(["1.0.0"]);
  });

  test("is unknown after any failure but a 404", () => {
    expect(answer(false, '{ "error": { "code": "E404" } }')).toBeUndefined();
    expect(() => answer(false, '{ "error": { "code": "E503" } }')).toThrow(/could not tell.*@org\/box/);
    expect(() => answer(false, "")).toThrow(/could not tell/);
  });
});

describe("the order of packing", () => {
  const item = (name: string, dependencies: readonly string[] = []): PublicPackage => ({
    name,
    directory: name,
    manifest: { name, version: "1.0.0", dependencies: Object.fromEntries(dependencies.map((other) => [other, "1"])) },
    entryPoints: [],
  });

  test("puts each package after what it depends on, however far", () => {
    const packages = [item("a", ["c"]), item("b", ["a", "elsewhere"]), item("c")];
    expect(inOrder(packages).map(({ name }) => name)).toEqual(["c", "a", "b"]);
  });

  test("names a circle", () => {
    expect(() => inOrder([item("a", ["b"]), item("b", ["a"])])).toThrow("a -> b -> a");
  });
});

describe("a rehearsal", () => {
  const rehearse = async (changesets: readonly string[], printed: string): Promise<readonly string[]> => {
    for (const name of [".changeset", "packages/box"]) mkdirSync(join(folder, name), { recursive: true });
    for (const file of ["config.json", "README.md", ...changesets]) writeFileSync(join(folder, ".changeset", file), "");
    writeFileSync(join(folder, "packages/box/package.json"), '{ "name": "@org/box", "version": "1.2.0" }');
    const ran: string[] = [];
    const run = async (...command: readonly string[]): Promise<string> => {
      ran.push(command.join(" "));
      return printed;
    };
    const scratch = { root: folder, run, commit: async () => {}, remove: () => {} };
    await publishAll(scratch, { url: "http://127.0.0.1:1/", npmrc: "", stop: async () => {} });
    return ran;
  };
  const published = "@org/box 1.2.0 is published already";

  test("makes versions where there are changesets, and takes those that were made where there are none", async () => {
    expect((await rehearse([], published))[0]).toBe("pnpm release:pack packed");
    expect((await rehearse(["one.md"], published))[0]).toBe("pnpm release:version");
  });

  test("never names another registry than its own", async () => {
    const publishing = (await rehearse([], published)).filter((command) => command.includes("publish/main.ts"));
    expect(publishing).toHaveLength(2);
    for (const command of publishing) expect(command).toContain("--registry http://127.0.0.1:1/");
  });

  test("fails where a second publishing finds something unpublished", async () => {
    await expect(rehearse([], "published @org/box 1.2.0")).rejects.toThrow(/must find everything published/);
  });
});
