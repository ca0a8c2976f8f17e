import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { findApis, repository } from "../src/specs/apis.ts";
import { lintWorkflows } from "../src/specs/lint-workflows.ts";

const folder = mkdtempSync(join(tmpdir(), "workflows-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that the workflows of Foundry break once a text in them has been changed. */
async function brokenBy(found: string, replacement: string): Promise<string[]> {
  cpSync(join(repository, "specs/foundry-aip-agents"), folder, { recursive: true });
  const workflows = join(folder, "workflows.arazzo.yaml");
  const text = readFileSync(workflows, "utf8");
  expect(text).toContain(found);
  writeFileSync(workflows, text.replace(found, replacement));
  return (await lintWorkflows([{ workflows }])).map(({ rule }) => rule);
}

describe("the rules for workflows", () => {
  it("find nothing in the workflows of every API", async () => {
    expect(findApis().map(({ workflows }) => workflows)).not.toContain(undefined);
    expect(await lintWorkflows(findApis())).toEqual([]);
  });

  it("refuse a step that takes any documented status", async () => {
    expect(await brokenBy("$statusCode == 401", "$response.header.date != null")).toEqual(["workflows/step-status"]);
  });

  it("refuse a credential that would be printed", async () => {
    expect(await brokenBy("format: password", "minLength: 1")).toEqual(["workflows/secret-input"]);
  });
});
