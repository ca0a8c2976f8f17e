import { spawnSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { propertySeed } from "../src/properties/property-seed.ts";
import { suites, vitest } from "../src/properties/suites.ts";

const root = resolve(import.meta.dirname, "../..");

describe("the seed of properties", () => {
  test.each(["0", "-7", "2147483648"])("may be given: %s", (given) => expect(propertySeed(given)).toBe(Number(given)));

  test.each(["", " ", "x", "1.5", "1e3", "4294967296", "99999999999999999999"])("is no %o", (given) => {
    expect(() => propertySeed(given)).toThrow(`PROPERTY_SEED must be a whole number of 32 bits, not "${given}".`);
  });
});

const manifests = globSync("packages/*/package.json", { cwd: root }).map((file) => ({
  directory: dirname(file),
  ...(JSON.parse(readFileSync(join(root, file), "utf8")) as {
    scripts: Record<string, string>;
    devDependencies?: Record<string, string>;
  }),
}));

test("every package with properties runs them with other seeds, too", () => {
  const withProperties = manifests.filter(({ devDependencies = {} }) => "fast-check" in devDependencies);
  expect(new Set(suites.map(({ directory }) => directory))).toEqual(
    new Set(withProperties.map(({ directory }) => directory)),
  );
});

test.each(suites.filter(({ config }) => config.endsWith("properties/vitest.config.ts")))(
  "the tests of $directory draw with the usual seed",
  ({ directory, config }) => {
    const manifest = manifests.find((one) => one.directory === directory);
    expect(manifest?.scripts["test"]).toContain(config);
  },
);

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
