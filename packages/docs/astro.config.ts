import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { site } from "./site.config.ts";
import { typeDoc } from "./src/packages/typedoc.ts";
import { sidebar } from "./src/sidebar.ts";

export default defineConfig({
  site: site.origin,
  base: site.base,
  trailingSlash: "always",
  publicDir: ".generated/public",
  outDir: site.outDir,
  cacheDir: ".generated/cache",
  image: { service: { entrypoint: "astro/assets/services/noop" } },
  devToolbar: { enabled: false },
  // Spaces at line ends count, as in any HTML.
  compressHTML: true,
  // Holds a native binding, which cannot be bundled into the pages' code.
  vite: { ssr: { external: ["satteri"] } },
  integrations: [
    starlight({
      title: "Agent sessions",
      description: "Typed clients for three agent-session APIs, and one facade over them",
      favicon: "/favicon.svg",
      social: [{ icon: "github", label: "Source code", href: site.repository }],
      editLink: { baseUrl: `${site.repository}/edit/main/packages/docs/` },
      lastUpdated: false,
      customCss: ["./src/styles/site.css"],
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      components: {
        Footer: "./src/components/Footer.astro",
        MarkdownContent: "./src/components/MarkdownContent.astro",
      },
      // Long pages are no worse than short ones.
      pagefind: { ranking: { pageLength: 0.1, termFrequency: 0.1 } },
      sidebar,
      plugins: [typeDoc()],
    }),
  ],
});
