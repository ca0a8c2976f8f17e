import type { Plan } from "./plan.ts";

/** What changed in the description, for those who generate clients from it: nothing yet. */
export function changelogFile({ title, operations }: Plan, version: string): string {
  return `# Changes of the description: ${title}

What changed for those who generate clients from it, by release of \`@org/specs\`, the newest first. A change is major where the code of a user would notice it, minor where it may begin to use something, and a patch otherwise; \`pnpm compatibility\` tells which.

## ${nextMinor(version)}

First release: ${operations.map((id) => `\`${id}\``).join(", ")}.
`;
}

/** The version in which something new is published: `1.3.0` after `1.2.3`. */
function nextMinor(version: string): string {
  const [major, minor] = version.split(".");
  return `${major}.${Number(minor) + 1}.0`;
}
