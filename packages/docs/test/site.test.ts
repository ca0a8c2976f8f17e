import { existsSync, globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { site } from "../site.config.ts";
import { linksIn } from "../src/checks/main-part.ts";
import { apis } from "../src/descriptions/load.ts";
import { operations } from "../src/descriptions/operations.ts";
import { guideOrder } from "../src/guides/order.ts";
import { builds } from "./builds.ts";
import { content, packageFolder } from "./support.ts";

const repository = resolve(packageFolder, "../..");
const guides = globSync("guides/*.{md,mdx}", { cwd: content })
  .map((file) => file.replace(/\.mdx?$/, ""))
  .filter((id) => id !== "guides/index");
const references = operations.map(({ id, api }) => `reference/${api.name}/${id}`);

test("every guide has its place in the order", () => {
  expect(guides.toSorted()).toEqual([...guideOrder].toSorted());
});

describe.each(builds)("built for $base", ({ base, folder }) => {
  const built = join(packageFolder, folder);
  const read = (path: string): string => readFileSync(join(built, path), "utf8");

  test("llms.txt lists every guide, every operation and every description", () => {
    const listed = [...read("llms.txt").matchAll(/\]\((\S+)\)/g)].map(([, address = ""]) => new URL(address).pathname);
    const expected = [
      ...[...guides, ...references].map((id) => `${base}${id}/`),
      ...apis.map(({ name }) => `${base}downloads/${name}/openapi.json`),
    ];
    expect(listed.toSorted()).toEqual(expected.toSorted());
  });

  test.each(guides)("%s can be edited: its link leads to the file that it is made from", (id) => {
    const prefix = `${site.repository}/edit/main/`;
    const edited = linksIn(join(built, id, "index.html")).find((link) => link.startsWith(prefix)) ?? "";
    expect(edited).toMatch(new RegExp(`/${id}\\.mdx?$`));
    expect(existsSync(join(repository, edited.slice(prefix.length)))).toBe(true);
  });

  test.each(["guides/", "reference/"])("%s leads to every page below it", (index) => {
    const below = [...guides, ...references].filter((id) => id.startsWith(index)).map((id) => `${base}${id}/`);
    expect(linksIn(join(built, index, "index.html"))).toEqual(expect.arrayContaining(below));
  });

  test("the page for what is not there leads to guides and references, from any depth", () => {
    const links = linksIn(join(built, "404.html"));
    for (const path of ["guides/", "guides/start/", "guides/error-names/", "reference/"]) {
      expect(links).toContain(base + path);
    }
    expect(read("404.html")).toContain("data-open-modal");
  });

  test("the changelog has an entry for each published package and each description, with its version", () => {
    const entries = [...read("changelog/index.html").matchAll(/<summary>\s*(.*?)\s*<\/summary>/gs)].map(
      ([, text = ""]) => text.replaceAll(/<[^>]+>/g, "").replaceAll(/\s+/g, " "),
    );
    const manifests = ["specs/package.json", ...globSync("packages/*/package.json", { cwd: repository })]
      .map((file) => JSON.parse(readFileSync(join(repository, file), "utf8")) as Record<string, string>)
      .filter((manifest) => !manifest["private"]);
    const expected = [
      ...manifests.map(({ name, version }) => `${name} ${version}`),
      ...apis.map(({ label, document }) => `Description of ${label} ${document.info.version}`),
    ];
    expect(entries.toSorted()).toEqual(expected.toSorted());
  });

  test("the changelog shows what the changelogs of the descriptions say", () => {
    const page = read("changelog/index.html").replaceAll(/<[^>]+>/g, "");
    for (const { name } of apis) {
      const changelog = readFileSync(join(repository, `specs/${name}/CHANGELOG.md`), "utf8");
      const [, latest = ""] = /^## .+\n\n(.+)$/m.exec(changelog) ?? [];
      expect(latest).not.toBe("");
      expect(page).toContain(latest.replaceAll("`", ""));
    }
  });

  test("every page says which version it describes", () => {
    for (const id of guides) expect(read(`${id}/index.html`)).toMatch(new RegExp(`Version\\s+${site.version}\\b`));
  });
});
