import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findApis, repository } from "../src/specs/apis.ts";
import { bundle } from "../src/specs/bundle.ts";
import { clashes } from "../src/specs/operation-ids.ts";

describe("operationIds", { timeout: 60_000 }, () => {
  it("are unique over all APIs, and a clash names the line", async () => {
    const api = findApis().find(({ name }) => name === "foundry-aip-agents")!;
    const document = await bundle(api);
    const first = { name: "first", description: "specs/first/openapi.yaml" };
    expect(clashes([{ api, document }])).toEqual([]);

    const problems = clashes([
      { api: first, document },
      { api, document },
    ]);
    expect(problems).toHaveLength(3);
    for (const { message, file, line } of problems) {
      const [, id] = /^operationId `(\w+)` belongs to first already/.exec(message)!;
      expect(readFileSync(join(repository, file), "utf8").split("\n")[line - 1]).toContain(`operationId: ${id}`);
    }
  });
});
