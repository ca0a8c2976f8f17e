import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { deadLinks } from "../src/checks/links.ts";
import { readPages } from "../src/checks/pages.ts";
import { operations } from "../src/descriptions/operations.ts";
import { builds } from "./builds.ts";
import { packageFolder } from "./support.ts";

describe.each(builds)("built for $base", ({ base, folder }) => {
  const built = join(packageFolder, folder);
  // The widget on the page for requests makes its anchors by script; try.test.ts follows each of them.
  const made = new Set(operations.map(({ tryAnchor }) => tryAnchor));
  const pages = readPages(built).map((page) => (page.path === "reference/try/" ? { ...page, ids: made } : page));

  test("every link leads to a page, a file or an anchor of the site, and stays below the base path", () => {
    expect(pages.length).toBeGreaterThan(50);
    expect(deadLinks(pages, built, base)).toEqual([]);
  });

  test("no page loads anything from elsewhere", () => {
    const foreign = pages.flatMap(({ path, resources }) =>
      resources.filter((link) => /^(https?:)?\/\//.test(link)).map((link) => `${path}: ${link}`),
    );
    expect(foreign).toEqual([]);
  });
});
