import { toolOf } from "../../tool-set.ts";
import type { Gate } from "./gate.ts";
import { runTool } from "./run-tool.ts";

/** Does a compiler find, for each entry point, the types of the code that runs? `@org/specs` has none to find. */
export const typesAreRight: Gate = {
  name: "are the types wrong",
  run: ({ tarballs, tools }) => {
    const typed = tarballs.filter((tarball) => tarball.package.entryPoints.length > 0);
    const entryPoints = typed.reduce((sum, tarball) => sum + tarball.package.entryPoints.length, 0);
    return {
      checked: `${entryPoints} entry points of ${typed.length} packages, ESM only`,
      problems: typed.flatMap(({ file, package: { name } }) => {
        const { ok, output } = runTool(toolOf(tools, "attw"), [file, "--profile", "esm-only", "--format", "ascii"]);
        return ok ? [] : [`${name}: ${output}`];
      }),
    };
  },
};
