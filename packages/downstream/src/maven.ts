import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { home, work } from "./places.ts";
import { runCommand } from "./run-command.ts";

const plugin = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";

/**
 * Brings the jars that `tools/<name>/pom.xml` asks for, with all that they need. Returns their folder, and asks Maven only
 * when the file has changed.
 */
export async function jars(name: string): Promise<string> {
  const pom = join(home, "tools", name, "pom.xml");
  const folder = join(work, "jars", name);
  const kept = join(folder, "pom.xml");
  const wanted = await readFile(pom, "utf8");
  if (existsSync(kept) && (await readFile(kept, "utf8")) === wanted) return folder;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  // Maven may write beside the file.
  const copy = join(work, "poms", name);
  await cp(join(home, "tools", name), copy, { recursive: true });
  const args = ["--batch-mode", "--quiet", plugin, `-DoutputDirectory=${folder}`];
  const { ok, output } = await runCommand({ program: "mvn", args }, copy);
  if (!ok) throw new Error(`mvn could not bring tools/${name}/pom.xml:\n${output}`);
  await writeFile(kept, wanted);
  return folder;
}

/** The version that a file of `tools/` pins for an artifact. */
export async function versionIn(name: string, artifact: string): Promise<string> {
  const pom = await readFile(join(home, "tools", name, "pom.xml"), "utf8");
  const version = new RegExp(`<artifactId>${artifact}</artifactId>\\s*<version>([^<]+)</version>`).exec(pom)?.[1];
  if (version === undefined) throw new Error(`tools/${name}/pom.xml does not pin ${artifact}`);
  return version;
}
