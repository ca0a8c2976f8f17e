import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { plainSight } from "../src/checks/main-part.ts";
import { apis } from "../src/descriptions/load.ts";
import { operations } from "../src/descriptions/operations.ts";
import { builds } from "./builds.ts";
import { packageFolder } from "./support.ts";

// What a reader of a reference must find on its built page. The expected words are those of the description.
describe.each(builds)("references, built for $base", ({ folder }) => {
  const site = join(packageFolder, folder);

  test.each(operations)("$id says what the description knows", (operation) => {
    const { api, id, method, path, source, retry, limits, parameters, errors, security } = operation;
    const text = plainSight(join(site, `reference/${api.name}/${id}/index.html`));
    const expected = [
      `${method} ${path}`,
      source.status,
      source.date,
      new URL(source.page).hostname,
      retry.reason.replaceAll("`", ""),
      ...limits.map(({ requests }) => `${requests.toLocaleString("en")} a`),
      ...(limits.length === 0 ? ["None is documented."] : []),
      ...security.flatMap((requirement) => Object.keys(requirement)),
      ...parameters.map(({ name }) => name),
      ...errors.map(({ name }) => name),
      "TypeScript",
      "curl",
      "await",
      "Sent again",
      "Rate limit",
      "Paging",
      "Signing in",
      "rejected",
    ];
    expect(expected.filter((words) => !text.includes(words.replaceAll(/\s+/g, " ").trim()))).toEqual([]);
  });

  test.each(apis)("$name offers its descriptions in every form, and they are there", ({ name }) => {
    const text = plainSight(join(site, `reference/${name}/index.html`));
    for (const form of ["3.1, JSON", "3.1, YAML", "3.0.3, JSON", "3.0.3, YAML", "Arazzo"]) expect(text).toContain(form);
    for (const file of [
      "openapi.json",
      "openapi.yaml",
      "openapi-3.0.json",
      "openapi-3.0.yaml",
      "workflows.arazzo.yaml",
    ]) {
      expect(existsSync(join(site, "downloads", name, file)), file).toBe(true);
    }
  });

  test("the page of coverage has a row for each operation, with nothing missing, and cases in each direction", () => {
    const text = plainSight(join(site, "coverage/index.html"));
    const numbers = String.raw`[1-9][\d,]*`;
    for (const { id, source } of operations) {
      expect(text).toMatch(new RegExp(`${id} yes yes [a-z(), ]+ answers ${numbers} ${source.status}`));
      expect(text).toMatch(new RegExp(`${id}( ${numbers}){4}`));
    }
  });
});
