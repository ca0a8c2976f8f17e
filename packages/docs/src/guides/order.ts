/** Guides stand in the order in which a newcomer needs them. */
export const guides = {
  Begin: ["start", "auth", "services", "facade", "one-provider"],
  Use: ["errors", "error-names", "retries", "listings", "testing", "drift"],
  Further: ["languages", "runtimes", "migrating", "adapters", "versions", "security"],
};

/** Ids of all guides, in that order. */
export const guideOrder: readonly string[] = Object.values(guides)
  .flat()
  .map((name) => `guides/${name}`);
