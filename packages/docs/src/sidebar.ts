import type { StarlightUserConfig } from "@astrojs/starlight/types";
import { apis } from "./descriptions/load.ts";
import { operations } from "./descriptions/operations.ts";
import { guides } from "./guides/order.ts";
import { entryPoints } from "./packages/entry-points.ts";

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

const packages: Sidebar = entryPoints.map(({ specifier }) => ({
  label: specifier.replace("@org/", ""),
  link: `/packages/${specifier.replace("@", "")}/`,
}));

const group = (label: keyof typeof guides): Sidebar[number] => ({
  label,
  items: guides[label].map((name) => `guides/${name}`),
});

export const sidebar: Sidebar = [
  group("Begin"),
  { label: "Playground", link: "/playground/" },
  group("Use"),
  group("Further"),
  { label: "APIs", items: [{ label: "Try requests", link: "/reference/try/" }, ...references] },
  { label: "Packages", collapsed: true, items: packages },
  { label: "Facts", items: ["coverage", "benchmarks", "downstream", "changelog"] },
];
