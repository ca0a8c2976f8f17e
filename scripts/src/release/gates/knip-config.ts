// What knip reads, of the whole repository.
import { publicPackages } from "../packages.ts";

const tests = "test/**/*.test.ts";

/** What is published has one source for each of its exports, and nothing may lie beside them that they do not use. */
const published = Object.fromEntries(
  publicPackages()
    .filter(({ entryPoints }) => entryPoints.length > 0)
    .map(({ directory, entryPoints }) => [
      directory,
      { entry: [...entryPoints.map(({ code }) => sourceOf(code)), tests] },
    ]),
);

function sourceOf(code: string): string {
  return code.replace(/^dist\//, "src/").replace(/\.js$/, ".ts");
}

export default {
  // Each of these folders is installed on demand, by the script that uses it.
  ignoreWorkspaces: ["**/tools/*"],
  // Knip takes a configuration that a script names by --config for the only one.
  vitest: false,
  // Knip mistakes this folder for the workspace of that name.
  ignore: ["packages/contract-tests/contract/**"],
  rules: { types: "off", binaries: "off" },
  ignoreExportsUsedInFile: true,
  workspaces: {
    ".": { project: [] },
    scripts: {
      entry: [
        "*.mjs",
        "src/*.ts",
        "src/**/main.ts",
        "src/properties/{setup,vitest.config}.ts",
        "src/release/gates/knip-config.ts",
        "src/specs/*.ts",
        "src/specs/rules/{plugin,workflow-plugin}.ts!",
        tests,
        "test-slow/*.slow.ts",
        "*.config.ts",
      ],
      ignore: ["test/fixtures/**"],
      project: ["**/*.{ts,mjs}"],
      ignoreBinaries: ["go"],
      // The tour shows code that imports them; Redocly is run as a program.
      ignoreDependencies: ["@org/foundry-aip-agents", "@org/kore-agent-platform", "@org/kore-xo", "@redocly/cli"],
    },
    ...published,
    "packages/emulator": {
      ...published["packages/emulator"],
      // Named by the path of the description in the build script.
      ignoreDependencies: ["@org/specs"],
    },
    // Private programs and pages, each run or rendered by its name.
    "packages/contract-tests": {
      entry: [
        "test*/**/*.ts",
        "types/**/*.ts",
        "*.config.ts",
        "{judges,live}/main.ts",
        "{judges,live}/test/*.test.ts",
        "mutants/{main,harness/end-on-failure}.ts",
        "mutants/test/**/*.ts",
      ],
      // Resolved or run by name, not imported.
      ignoreDependencies: ["@org/specs", "@redocly/cli", "fast-check", "yaml"],
    },
    "packages/docs": {
      entry: ["**/*.{ts,mjs,astro}"],
      ignoreDependencies: [
        "@org/contract",
        "@scalar/api-reference",
        "satteri",
        "typedoc-plugin-markdown",
        "axe-core",
        "playwright-core",
        "undici",
      ],
    },
    "packages/downstream": {
      // Not programs/: each is compiled beside the client that it imports.
      entry: [tests],
      project: ["src/**/*.ts", "test/**/*.ts"],
      // Resolved or run by name, not imported.
      ignoreDependencies: ["@org/specs", "@redocly/cli", "esbuild"],
    },
    "packages/benchmarks": {
      entry: ["src/{main,part}.ts", "src/**/*probe.ts", "programs/**/*.ts", tests],
      // In the code that is bundled or run by name to be measured.
      ignoreDependencies: ["@org/kore-agent-platform", "@org/kore-xo", "@org/specs", "@redocly/cli", "typescript-5"],
    },
  },
};
