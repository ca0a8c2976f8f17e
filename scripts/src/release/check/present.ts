import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { findApis } from "../../specs/apis.ts";
import type { Document } from "../../specs/bundle.ts";
import { committedReports } from "../api/committed.ts";
import { repository } from "../packages.ts";
import { programsOfUsers } from "./programs.ts";
import { packedStates } from "./packed.ts";
import type { State } from "./state.ts";

/** The state of the working tree. The packages must have been built. */
export function presentState(): State {
  return {
    packages: packedStates(),
    reports: committedReports(),
    descriptions: new Map(findApis().map(({ name }) => [name, readDescription(name)])),
    examples: new Map([
      ...examplesIn(globSync(["README.md", "packages/*/README.md"], { cwd: repository })),
      ...programsOfUsers(),
    ]),
  };
}

function readDescription(api: string): Document {
  return JSON.parse(readFileSync(join(repository, `specs/dist/${api}/openapi.json`), "utf8")) as Document;
}

/** Every block of TypeScript that imports something is a program. */
function examplesIn(files: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    files.toSorted().flatMap((file) => {
      const text = readFileSync(join(repository, file), "utf8");
      const blocks = [...text.matchAll(/^```ts\n(import [\s\S]*?)^```$/gm)].map(([, code = ""]) => code);
      return blocks.map((code, index) => [`${file}#${index + 1}`, code] as const);
    }),
  );
}
