import { join } from "node:path";
import { jars } from "../maven.ts";
import type { Cell, Command, Generator, Toolchain } from "../model.ts";
import { work } from "../places.ts";
import { bringOpenapiGenerator, openapiGenerator, openapiGeneratorClient } from "./openapi-generator.ts";
import { redoclyClient, redoclyVersion } from "./redocly.ts";

/** What the clients of openapi-generator import. Those of Redocly need nothing. */
const libraries = join(work, "jars/java/*");

/** Java 17 reads sources in the encoding of the machine's locale unless told. */
const utf8 = ["-encoding", "UTF-8"];

const consumer = {
  language: "java",
  reads: "3.1",
  program: "Program.java",
  // The compiler finds the client's classes by their names, in the folders that have those names.
  compile: (): readonly Command[] => [
    {
      program: "javac",
      args: [
        "-Xlint:all,-serial,-processing",
        ...utf8,
        "-cp",
        libraries,
        "-sourcepath",
        "src/main/java:.",
        "-d",
        "classes",
        "Program.java",
      ],
    },
  ],
  run: (): Command => ({ program: "java", args: ["-cp", `classes:${libraries}`, "Program"] }),
} as const satisfies Partial<Generator>;

export const java: Toolchain = {
  language: "java",
  needs: { javac: ["-version"], mvn: ["--version"] },
  generators: [
    {
      ...consumer,
      ...openapiGenerator,
      name: "openapi-generator-java",
      pins: ["tools/java/pom.xml", ...openapiGenerator.pins],
      typed:
        "openapi-generator-cli generate -g java -i openapi.json --library native --additional-properties containerDefaultToNull=true --invoker-package client --api-package client.api --model-package client.model",
      generate: (cell: Cell) => [
        openapiGeneratorClient(
          cell,
          "java",
          "--library",
          "native",
          "--additional-properties",
          "useJakartaEe=true,containerDefaultToNull=true",
          "--invoker-package",
          "client",
          "--api-package",
          "client.api",
          "--model-package",
          "client.model",
        ),
      ],
    },
    {
      ...consumer,
      name: "redocly-java",
      version: redoclyVersion,
      quick: true,
      pins: [],
      typed: "npx @redocly/cli generate-client openapi.json --generator java --output client.ts",
      generate: (cell: Cell) => [redoclyClient(cell, "client.ts", "--generator", "java")],
      // Puts Client.java into a package that is called like the API; javac wants to be told.
      compile: () => [
        {
          program: "javac",
          args: ["-Xlint:all,-serial", ...utf8, "-d", "classes", "Client.java", "Program.java"],
        },
      ],
    },
  ],
  async prepare(generators) {
    if (!generators.some(({ name }) => name === "openapi-generator-java")) return;
    await Promise.all([bringOpenapiGenerator(), jars("java")]);
  },
};
