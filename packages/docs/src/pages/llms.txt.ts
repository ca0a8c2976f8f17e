import { getCollection } from "astro:content";
import type { APIRoute } from "astro";
import { site } from "../../site.config.ts";
import { operations } from "../descriptions/operations.ts";
import { guideOrder } from "../guides/order.ts";
import { href } from "../site/href.ts";

/** A plain list of what is here, for programs that read instead of people: https://llmstxt.org */
export const GET: APIRoute = async () => {
  const address = (path: string): string => new URL(href(path), site.origin).href;
  const pages = await getCollection("docs");
  const guides = guideOrder.flatMap((id) => pages.find((page) => page.id === id) ?? []);
  const line = (title: string, path: string, description = ""): string =>
    `- [${title}](${address(path)})${description ? `: ${description}` : ""}`;
  const text = [
    "# Agent sessions",
    "",
    "> Typed TypeScript clients for the session APIs of Palantir Foundry AIP Agents, Kore.ai Agent Platform and Kore.ai XO, one facade over the three (@org/sessions), and an emulator of the services (@org/emulator).",
    "",
    "Plain calls throw, `.safe` calls return results; errors have a `name` and an `outcome` (notSent, rejected, unknown). Creates are never repeated once the service may have seen them.",
    "",
    "## Guides",
    "",
    ...guides.map(({ id, data }) => line(data.title, `${id}/`, data.description)),
    "",
    "## Operations",
    "",
    ...operations.map(({ id, api, summary }) => line(id, `reference/${api.name}/${id}/`, `${api.label}. ${summary}`)),
    "",
    "## Descriptions",
    "",
    ...[...new Set(operations.map(({ api }) => api))].map(({ name, label }) =>
      line(`${label}, OpenAPI 3.1`, `downloads/${name}/openapi.json`),
    ),
    "",
  ];
  return new Response(text.join("\n"), { headers: { "content-type": "text/plain; charset=utf-8" } });
};
