/** The builds that `pnpm test:docs` makes and tests: as a site of its own, and as Pages has it. */
export const builds = [
  { base: "/", folder: "dist" },
  { base: "/sessions/", folder: ".generated/dist-below-a-path" },
] as const;
