/** Guides stand in the order in which a newcomer needs them. */
export const guides = {
  Begin: ["start", "services", "facade", "one-provider"],
  Use: ["errors", "error-names", "retries", "listings", "auth", "testing", "drift"],
  Further: ["languages", "runtimes", "migrating", "adapters", "versions", "security"],
};

/** Ids of all guides, in that order. */
export const guideOrder: readonly string[] = Object.values(guides)
  .flat()
  .map((name) => `guides/${name}`);
