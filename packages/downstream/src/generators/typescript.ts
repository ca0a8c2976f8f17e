import { mkdir, rm, symlink } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { installToolSet, toolOf } from "../../../../scripts/src/tool-set.ts";
import type { Cell, Command, Generator, Toolchain } from "../model.ts";
import { fileOf, home, work } from "../places.ts";
import { redoclyClient, redoclyVersion } from "./redocly.ts";

const toolSet = (name: string): string => join(home, "tools/typescript", name);

function pinned(set: string, packageName: string): string {
  const manifest = JSON.parse(readFileSync(join(toolSet(set), "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const version = manifest.dependencies[packageName];
  if (version === undefined) throw new Error(`tools/typescript/${set} does not pin ${packageName}`);
  return version;
}

/** The compiler checks program and client under `strict`; esbuild then makes one file that Node runs. */
const consumer = {
  language: "typescript",
  reads: "3.1",
  program: "program.ts",
  compile: (): readonly Command[] => [
    { program: process.execPath, args: [fileOf("typescript", "bin/tsc"), "-p", "tsconfig.json"] },
    {
      program: fileOf("esbuild", "bin/esbuild"),
      args: [
        "program.ts",
        "--bundle",
        "--platform=node",
        "--format=esm",
        "--log-level=warning",
        "--outfile=program.mjs",
      ],
    },
  ],
  run: (): Command => ({ program: process.execPath, args: ["program.mjs"] }),
} as const;

interface Tool {
  readonly name: string;
  readonly package?: string;
  readonly bin: string;
  readonly args: (cell: Cell) => readonly string[];
  readonly env?: (cell: Cell) => Readonly<Record<string, string>>;
  readonly typed: string;
  readonly quick?: boolean;
  /** Files of its folder that the program imports. */
  readonly helpers?: readonly string[];
}

function generatorOf({
  name,
  package: packageName = name,
  bin,
  args,
  env,
  typed,
  quick = false,
  helpers = [],
}: Tool): Generator {
  const set = toolSet(name);
  return {
    ...consumer,
    name,
    version: pinned(name, packageName),
    quick,
    pins: [`tools/typescript/${name}/package.json`, `tools/typescript/${name}/pnpm-lock.yaml`],
    files: {
      "tools/typescript/tsconfig.json": "tsconfig.json",
      ...Object.fromEntries(helpers.map((file) => [`tools/typescript/${name}/${file}`, file])),
    },
    typed,
    generate: (cell) => [
      { program: toolOf(set, bin), args: args(cell), cwd: set, ...(env === undefined ? {} : { env: env(cell) }) },
    ],
  };
}

/** For the tools that are told by a configuration file what to do. */
const names = (client: string) => (cell: Cell) => ({
  DESCRIPTION: cell.description,
  CLIENT: join(cell.folder, client),
  DISABLE_TELEMETRY: "1",
});

export const typescript: Toolchain = {
  language: "typescript",
  needs: { node: ["--version"] },
  generators: [
    generatorOf({
      name: "hey-api",
      package: "@hey-api/openapi-ts",
      bin: "openapi-ts",
      args: ({ description, folder }) => ["--input", description, "--output", join(folder, "client"), "--no-log-file"],
      typed: "npx @hey-api/openapi-ts --input openapi.json --output client",
      quick: true,
    }),
    generatorOf({
      name: "orval",
      bin: "orval",
      args: () => ["--config", "orval.config.mjs"],
      env: names("client.ts"),
      typed: "npx orval --config orval.config.mjs",
    }),
    generatorOf({
      name: "kubb",
      package: "@kubb/core",
      bin: "kubb",
      args: () => ["generate", "--config", "kubb.config.mjs"],
      env: names("client"),
      typed: "npx -p @kubb/cli kubb generate --config kubb.config.mjs",
    }),
    generatorOf({
      name: "swagger-typescript-api",
      bin: "swagger-typescript-api",
      args: ({ description, folder }) => ["generate", "--path", description, "--output", folder, "--name", "client.ts"],
      typed: "npx swagger-typescript-api generate --path openapi.json --name client.ts",
    }),
    generatorOf({
      name: "oazapfts",
      bin: "oazapfts",
      args: ({ description, folder }) => [description, join(folder, "client.ts")],
      typed: "npx oazapfts openapi.json client.ts",
    }),
    generatorOf({
      name: "ng-openapi-gen",
      bin: "ng-openapi-gen",
      args: ({ description, folder }) => ["--input", description, "--output", join(folder, "client")],
      typed: "npx ng-openapi-gen --input openapi.json --output client",
      helpers: ["node-http.ts"],
    }),
    {
      ...consumer,
      name: "redocly-typescript",
      version: redoclyVersion,
      pins: [],
      files: { "tools/typescript/tsconfig.json": "tsconfig.json" },
      typed: "npx @redocly/cli generate-client openapi.json --output client.ts",
      generate: (cell) => [redoclyClient(cell, "client.ts")],
    },
  ],
  async prepare(generators) {
    for (const { name, pins } of generators) {
      if (pins.length === 0) continue;
      installToolSet(toolSet(name));
      // What a generated client imports is looked for from its own folder upwards.
      const link = join(work, "cells", name, "node_modules");
      await rm(link, { force: true });
      await mkdir(join(work, "cells", name), { recursive: true });
      await symlink(join(toolSet(name), "node_modules"), link);
    }
  },
};
