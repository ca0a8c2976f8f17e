import { existsSync, readFileSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Cell, Command, Generator, Toolchain } from "../model.ts";
import { home, work } from "../places.ts";
import { runCommand } from "../run-command.ts";
import { bringOpenapiGenerator, openapiGenerator, openapiGeneratorClient } from "./openapi-generator.ts";
import { redoclyClient, redoclyVersion } from "./redocly.ts";

const requirements = join(home, "tools/python/requirements.txt");
const environment = join(work, "python");
const bin = (name: string): string => join(environment, "bin", name);

function pinned(name: string): string {
  const version = new RegExp(`^${name}==(.+)$`, "m").exec(readFileSync(requirements, "utf8"))?.[1];
  if (version === undefined) throw new Error(`tools/python/requirements.txt does not pin ${name}`);
  return version;
}

const consumer = {
  language: "python",
  reads: "3.1",
  pins: ["tools/python/requirements.txt"],
  program: "program.py",
  compile: (): readonly Command[] => [
    { program: bin("python"), args: ["-W", "always", "-m", "compileall", "-q", "-f", "."] },
  ],
  run: (): Command => ({ program: bin("python"), args: ["-W", "always", "program.py"] }),
} as const satisfies Partial<Generator>;

/** The generator's own formatter is found on the path. */
const path = { PATH: `${bin("")}:${process.env["PATH"] ?? ""}` };

export const python: Toolchain = {
  language: "python",
  needs: { python3: ["--version"] },
  generators: [
    {
      ...consumer,
      name: "openapi-python-client",
      version: pinned("openapi-python-client"),
      quick: true,
      typed: "openapi-python-client generate --path openapi.json --output-path client --meta none",
      generate: ({ description }: Cell) => [
        {
          program: bin("openapi-python-client"),
          args: ["generate", "--path", description, "--output-path", "client", "--meta", "none"],
          env: path,
        },
      ],
    },
    {
      ...consumer,
      name: "datamodel-code-generator",
      version: pinned("datamodel-code-generator"),
      typed:
        "datamodel-codegen --input openapi.json --input-file-type openapi --output models.py --output-model-type pydantic_v2.BaseModel",
      generate: ({ description }: Cell) => [
        {
          program: bin("datamodel-codegen"),
          args: [
            "--input",
            description,
            "--input-file-type",
            "openapi",
            "--output",
            "models.py",
            "--output-model-type",
            "pydantic_v2.BaseModel",
          ],
          env: path,
        },
      ],
    },
    {
      ...consumer,
      ...openapiGenerator,
      name: "openapi-generator-python",
      pins: [...consumer.pins, ...openapiGenerator.pins],
      typed: "openapi-generator-cli generate -g python -i openapi.json -o . --package-name client",
      generate: (cell: Cell) => [openapiGeneratorClient(cell, "python", "--package-name", "client")],
    },
    {
      ...consumer,
      name: "redocly-python",
      version: redoclyVersion,
      typed: "npx @redocly/cli generate-client openapi.json --generator python --output client.ts",
      generate: (cell: Cell) => [redoclyClient(cell, "client.ts", "--generator", "python")],
    },
  ],
  async prepare(generators) {
    if (generators.some(({ name }) => name === "openapi-generator-python")) await bringOpenapiGenerator();
    const wanted = await readFile(requirements, "utf8");
    const kept = join(environment, "requirements.txt");
    if (existsSync(kept) && (await readFile(kept, "utf8")) === wanted) return;
    await rm(environment, { recursive: true, force: true });
    for (const command of [
      { program: "python3", args: ["-m", "venv", environment] },
      {
        program: bin("pip"),
        args: ["install", "--quiet", "--disable-pip-version-check", "--requirement", requirements],
      },
    ]) {
      const { ok, output } = await runCommand(command, home);
      if (!ok) throw new Error(`tools/python/requirements.txt cannot be installed:\n${output}`);
    }
    await writeFile(kept, wanted);
  },
};
