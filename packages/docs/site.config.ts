import manifest from "@org/sessions/package.json" with { type: "json" };

/**
 * Where the site will stand. `DOCS_BASE` is the path below the origin (`/sessions/` on Pages), `DOCS_ORIGIN` the origin,
 * `DOCS_OUT` the folder that is written. All three have defaults that suit a look at home.
 */
export const site = {
  origin: process.env.DOCS_ORIGIN ?? "http://localhost:4321",
  base: `/${process.env.DOCS_BASE ?? ""}/`.replaceAll(/\/{2,}/g, "/"),
  outDir: process.env.DOCS_OUT ?? "dist",
  repository: manifest.repository.url.replace(/^git\+/, "").replace(/\.git$/, ""),
  version: manifest.version,
};
