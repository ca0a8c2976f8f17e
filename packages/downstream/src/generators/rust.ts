import { readFileSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Cell, Command, Generator, Toolchain } from "../model.ts";
import { home, work } from "../places.ts";
import { runCommand } from "../run-command.ts";
import { bringOpenapiGenerator, openapiGenerator, openapiGeneratorClient } from "./openapi-generator.ts";

/** All cells build the same libraries, once. */
const target = join(work, "rust");
const cargo = (...args: readonly string[]): Command => ({
  program: "cargo",
  args: [...args, "--color", "never"],
  env: { CARGO_TARGET_DIR: target },
});

const progenitorManifest = "tools/rust/progenitor/Cargo.toml";

function pinned(): string {
  const version = /^progenitor = "=(.+)"$/m.exec(readFileSync(join(home, progenitorManifest), "utf8"))?.[1];
  if (version === undefined) throw new Error(`${progenitorManifest} does not pin progenitor`);
  return version;
}

const consumer = {
  language: "rust",
  reads: "3.0.3",
  pins: [],
  program: "src/main.rs",
  files: { "tools/rust/Cargo.toml": "Cargo.toml" },
  compile: (): readonly Command[] => [cargo("build")],
  // Builds anew where another cell has put its program at the same place.
  run: (): Command => cargo("run", "--quiet"),
} as const satisfies Partial<Generator>;

export const rust: Toolchain = {
  language: "rust",
  needs: { cargo: ["--version"], rustc: ["--version"] },
  generators: [
    {
      ...consumer,
      name: "progenitor",
      quick: true,
      version: pinned(),
      pins: [progenitorManifest, "tools/rust/progenitor/src/main.rs"],
      typed: 'progenitor::Generator::default().generate_tokens(&description), or generate_api!("openapi-3.0.json")',
      generate: ({ description }: Cell) => [
        { program: join(target, "debug/generate-client"), args: [description, "src/client.rs"] },
      ],
    },
    {
      ...consumer,
      ...openapiGenerator,
      name: "openapi-generator-rust",
      typed: "openapi-generator-cli generate -g rust -i openapi-3.0.json",
      generate: (cell: Cell) => [
        openapiGeneratorClient(
          cell,
          "rust",
          "--global-property",
          "models,apis,supportingFiles=mod.rs:configuration.rs:request.rs",
        ),
      ],
    },
  ],
  async prepare(generators) {
    const named = new Set(generators.map(({ name }) => name));
    if (named.has("openapi-generator-rust")) await bringOpenapiGenerator();
    if (!named.has("progenitor")) return;
    const folder = join(work, "progenitor");
    await rm(folder, { recursive: true, force: true });
    await cp(join(home, "tools/rust/progenitor"), folder, { recursive: true });
    const { ok, output } = await runCommand(cargo("build", "--quiet"), folder);
    if (!ok) throw new Error(`progenitor cannot be built:\n${output}`);
  },
};
