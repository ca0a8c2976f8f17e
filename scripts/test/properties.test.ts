import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { propertySeed } from "../src/properties/property-seed.ts";
import { suites } from "../src/properties/suites.ts";

const root = resolve(import.meta.dirname, "../..");
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

describe("the seed of properties", () => {
  test.each(["0", "-7", "2147483648"])("may be given: %s", (given) => expect(propertySeed(given)).toBe(Number(given)));

  test.each(["", " ", "x", "1.5", "1e3", "4294967296", "99999999999999999999"])("is no %o", (given) => {
    expect(() => propertySeed(given)).toThrow(`PROPERTY_SEED must be a whole number of 32 bits, not "${given}".`);
  });
});

describe("every suite with properties", () => {
  const withProperties = globSync(["packages/*/{test,contract}/**/*.ts"], { cwd: root }).filter((file) =>
    readFileSync(join(root, file), "utf8").includes('from "fast-check"'),
  );

  test("is run with other seeds, too", () => {
    const directories = withProperties.map((file) => file.split("/").slice(0, 2).join("/"));
    expect(new Set(directories)).toEqual(new Set(suites.map(({ directory }) => directory)));
  });

  test.each(suites)("has its usual seed by the package's own script: $directory", ({ directory, config }) => {
    const { scripts } = JSON.parse(readFileSync(join(root, directory, "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const runs = [
      ...Object.values(scripts),
      readFileSync(join(root, "packages/contract-tests/contract/main.ts"), "utf8"),
    ];
    expect(runs.some((run) => run.includes(config))).toBe(true);
  });
});

test("a property draws the same each time, and something else with another seed", { timeout: 60_000 }, () => {
  const drawn = (seed?: string): string => {
    const { PROPERTY_SEED: _, ...environment } = process.env;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [vitest, "run", "--config", join(root, "scripts/src/properties/vitest.config.ts")],
      {
        cwd: join(import.meta.dirname, "fixtures/properties"),
        env: { ...environment, ...(seed !== undefined && { PROPERTY_SEED: seed }) },
        encoding: "utf8",
      },
    );
    const [, numbers] = /drawn: (.*)/.exec(stdout) ?? [];
    if (numbers === undefined) throw new Error(stdout + stderr);
    return numbers;
  };
  const usual = drawn();
  expect([drawn() === usual, drawn("8") === usual]).toEqual([true, false]);
});
