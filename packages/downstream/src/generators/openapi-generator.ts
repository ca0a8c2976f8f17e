// openapi-generator is a Java program that writes clients in many languages.
import { join } from "node:path";
import { jars, versionIn } from "../maven.ts";
import type { Cell, Command } from "../model.ts";
import { work } from "../places.ts";

const set = "openapi-generator";

export const openapiGeneratorVersion = await versionIn(set, "openapi-generator-cli");

export const openapiGenerator = {
  version: openapiGeneratorVersion,
  pins: [`tools/${set}/pom.xml`],
  needs: { java: ["-version"], mvn: ["--version"] },
};

export const bringOpenapiGenerator = (): Promise<string> => jars(set);

export function openapiGeneratorClient(cell: Cell, language: string, ...options: readonly string[]): Command {
  const jar = join(work, "jars", set, `openapi-generator-cli-${openapiGeneratorVersion}.jar`);
  const args = ["generate", "-g", language, "-i", cell.description, "-o", cell.folder, ...options];
  return { program: "java", args: ["-jar", jar, ...args] };
}
