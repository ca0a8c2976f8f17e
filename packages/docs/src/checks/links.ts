import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BuiltPage } from "./pages.ts";

export interface DeadLink {
  readonly page: string;
  readonly link: string;
  readonly problem: string;
}

/** Every link of the pages that leads to no page, file or anchor of the site. Links to other origins are not followed. */
export function deadLinks(pages: readonly BuiltPage[], folder: string, base: string): DeadLink[] {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const origin = "http://site.invalid";
  return pages.flatMap(({ path, links }) =>
    links.flatMap((link) => {
      const url = new URL(link, `${origin}${base}${path}`);
      if (url.origin !== origin) return [];
      const problem = problemOf(url);
      return problem === undefined ? [] : [{ page: path, link, problem }];
    }),
  );

  function problemOf({ pathname, hash }: URL): string | undefined {
    if (!pathname.startsWith(base)) return `leaves the base path ${base}`;
    const path = decodeURIComponent(pathname.slice(base.length));
    const target = byPath.get(path);
    if (!target) {
      if (byPath.has(`${path}/`)) return "lacks its slash at the end";
      const file = join(folder, path);
      return existsSync(file) && statSync(file).isFile() ? undefined : "leads nowhere";
    }
    const id = decodeURIComponent(hash.slice(1));
    if (id === "" || id === "_top" || target.ids.has(id)) return undefined;
    return `no element has the id ${id}`;
  }
}
