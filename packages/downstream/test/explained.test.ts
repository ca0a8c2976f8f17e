import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { explanations, unexplained } from "../src/explained.ts";
import type { CellResult, Stage } from "../src/model.ts";
import { home } from "../src/places.ts";
import { toolchains } from "../src/toolchains.ts";
import { state } from "../src/table.ts";

const stage = (ok: boolean) => ({ ok, seconds: 1, warnings: 0, cached: false, ...(ok ? {} : { failure: "no" }) });

function cell(generator: string, api: CellResult["api"], failed?: Stage): CellResult {
  const stages = { generated: stage(true), compiled: stage(true), live: stage(true) };
  if (failed !== undefined) stages[failed] = stage(false);
  return { api, generator, language: "rust", version: "1", reads: "3.0.3", stages };
}

describe("the reckoning at the end of a run", () => {
  it("accepts live cells, and those that fail where it is explained", () => {
    expect(unexplained([cell("hey-api", "kore-xo"), cell("progenitor", "foundry-aip-agents", "generated")])).toEqual(
      [],
    );
  });

  it("refuses a failure that nobody explained", () => {
    expect(unexplained([cell("hey-api", "kore-xo", "live")])).toEqual(["hey-api on kore-xo is not live: no"]);
  });

  it("refuses a failure at another stage than the explained one", () => {
    expect(unexplained([cell("progenitor", "foundry-aip-agents", "compiled")])).toHaveLength(1);
  });

  it("refuses an explanation that is no longer true", () => {
    expect(unexplained([cell("progenitor", "foundry-aip-agents")])[0]).toContain("remove that from src/explained.ts");
  });

  it("calls a cell without toolchain not tested, which is no failure and not live", () => {
    const result: CellResult = { ...cell("ogen", "kore-xo"), stages: {}, notTested: "no go" };
    expect(unexplained([result])).toEqual([]);
    expect(state(result)).toBe("not tested (no go)");
  });
});

describe("the committed matrix", () => {
  const committed = JSON.parse(readFileSync(`${home}results/downstream.json`, "utf8")) as (CellResult & {
    readonly state: string;
  })[];
  const live = committed.filter((one) => one.state === "live");

  it("is of the versions that are pinned", () => {
    const pinned = toolchains.flatMap(({ generators }) => generators.map(({ name, version }) => [name, version]));
    expect(Object.fromEntries(committed.map(({ generator, version }) => [generator, version]))).toEqual(
      Object.fromEntries(pinned),
    );
  });

  it("has six live generators in TypeScript, two in Python and Go, one in Java and Rust, for each API", () => {
    const least = { typescript: 6, python: 2, go: 2, java: 1, rust: 1 };
    for (const api of ["foundry-aip-agents", "kore-agent-platform", "kore-xo"])
      for (const [language, count] of Object.entries(least)) {
        const cells = live.filter((one) => one.language === language && one.api === api);
        expect(cells.length, `${language}, ${api}`).toBeGreaterThanOrEqual(count);
      }
  });

  it("explains every cell that is not live", () => {
    const explained = explanations.map(({ generator, api, stage }) => [generator, api, `not ${stage}`]);
    const others = committed.filter((one) => one.state !== "live");
    expect(others.map(({ generator, api, state }) => [generator, api, state]).sort()).toEqual(explained.sort());
  });
});
