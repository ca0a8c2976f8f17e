import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell, Command, Generator, Toolchain } from "../model.ts";
import { home } from "../places.ts";
import { redoclyClient, redoclyVersion } from "./redocly.ts";

/** The program is a module of its own, whose go.mod pins the generator as a tool and what the client imports. */
function moduleFiles(set: string): Readonly<Record<string, string>> {
  const files = ["go.mod", "go.sum", "ogen.yml"].filter((file) => existsSync(join(home, "tools/go", set, file)));
  return Object.fromEntries(files.map((file) => [`tools/go/${set}/${file}`, file]));
}

function pinned(set: string, module: string): string {
  const version = readFileSync(join(home, "tools/go", set, "go.mod"), "utf8")
    .split(`${module} v`)[1]
    ?.split(/\s/)[0];
  if (version === undefined) throw new Error(`tools/go/${set}/go.mod does not pin ${module}`);
  return version;
}

const go = (...args: readonly string[]): Command => ({ program: "go", args });

const consumer = {
  language: "go",
  pins: [],
  program: "program.go",
  compile: (): readonly Command[] => [go("vet", "."), go("build", "-o", "program", ".")],
  run: ({ folder }: Cell): Command => ({ program: join(folder, "program"), args: [] }),
} as const satisfies Partial<Generator>;

export const golang: Toolchain = {
  language: "go",
  needs: { go: ["version"] },
  generators: [
    {
      ...consumer,
      name: "oapi-codegen",
      reads: "3.1",
      version: pinned("oapi-codegen", "github.com/oapi-codegen/oapi-codegen/v2"),
      files: moduleFiles("oapi-codegen"),
      // Its structs for answers are called like the operation with "Response" at the end, and so are schemas of ours.
      typed:
        "go tool oapi-codegen -package client -generate types,client -response-type-suffix Answer -o client/client.go openapi.json",
      generate: ({ description }) => [
        { program: "mkdir", args: ["client"] },
        go(
          "tool",
          "oapi-codegen",
          "-package",
          "client",
          "-generate",
          "types,client",
          "-response-type-suffix",
          "Answer",
          "-o",
          "client/client.go",
          description,
        ),
      ],
    },
    {
      ...consumer,
      name: "ogen",
      reads: "3.0.3",
      version: pinned("ogen", "github.com/ogen-go/ogen"),
      files: moduleFiles("ogen"),
      typed: "go tool ogen --config ogen.yml --target client --package client openapi-3.0.json",
      generate: ({ description }) => [
        go("tool", "ogen", "--config", "ogen.yml", "--target", "client", "--package", "client", description),
      ],
    },
    {
      ...consumer,
      name: "redocly-go",
      reads: "3.1",
      version: redoclyVersion,
      quick: true,
      files: moduleFiles("redocly-go"),
      typed: "npx @redocly/cli generate-client openapi.json --generator go --output client/client.ts",
      generate: (cell) => [redoclyClient(cell, "client/client.ts", "--generator", "go")],
    },
  ],
  // Go brings what a module asks for when it builds it.
  async prepare() {},
};
