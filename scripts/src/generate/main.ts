// pnpm generate [--check]: writes packages/*/src/generated from specs/*. With --check it writes nothing and exits with 1
// when anything differs.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findApis, repository } from "../specs/apis.ts";
import { generateApi } from "./generate-api.ts";
import { DescriptionError } from "./problems.ts";
import { compare, write } from "./write.ts";

const { values: options } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const results = await Promise.all(
  findApis().map(async (api) => {
    const target = `packages/${api.name}`;
    try {
      if (!existsSync(join(repository, target, "package.json"))) {
        throw new DescriptionError(`${api.description}:1  there is no package for it; make ${target}`);
      }
      return { folder: `${target}/src/generated`, files: await generateApi(api) };
    } catch (error) {
      if (!(error instanceof DescriptionError)) throw error;
      console.error(error.message);
      process.exitCode = 1;
      return undefined;
    }
  }),
);

const generated = results.filter((result) => result !== undefined);
if (generated.length === results.length) {
  const act = options.check ? compare : write;
  const differences = generated.flatMap(({ folder, files }) => {
    return act(join(repository, folder), files).map(({ file, kind }) => ({ file: `${folder}/${file}`, kind }));
  });
  for (const { file, kind } of differences) console.log(options.check ? `${kind}: ${file}` : `${kind} -> ${file}`);
  if (differences.length === 0) console.log(`${generated.length} packages are up to date`);
  else if (options.check) {
    console.error("Generated code differs from the descriptions. Run pnpm generate and commit the result.");
    process.exitCode = 1;
  }
}
