import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { apis } from "./descriptions/load.ts";
import { operations } from "./descriptions/operations.ts";

type Sidebar = NonNullable<StarlightUserConfig["sidebar"]>;

const references: Sidebar = apis.map(({ name, label }) => ({
  label,
  collapsed: true,
  items: [
    { label: "Overview", link: `/reference/${name}/` },
    ...operations
      .filter(({ api }) => api.name === name)
      .map(({ id }) => ({ label: id, link: `/reference/${name}/${id}/` })),
  ],
}));

/** Guides stand in the order in which a newcomer needs them. */
export const sidebar: Sidebar = [
  { label: "Begin", items: ["guides/start", "guides/services", "guides/facade", "guides/one-provider"] },
  { label: "Playground", link: "/playground/" },
  {
    label: "Use",
    items: [
      "guides/errors",
      "guides/error-names",
      "guides/retries",
      "guides/listings",
      "guides/auth",
      "guides/runtimes",
      "guides/security",
    ],
  },
  { label: "Test", items: ["guides/testing", "guides/drift"] },
  {
    label: "Further",
    items: ["guides/languages", "guides/migrating", "guides/adapters", "guides/versions"],
  },
  {
    label: "APIs",
    items: [{ label: "Try requests", link: "/reference/try/" }, ...references],
  },
  { label: "Facts", items: ["coverage", "benchmarks", "downstream", "changelog"] },
];
