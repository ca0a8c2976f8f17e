import { toolOf } from "../../tool-set.ts";
import type { Gate } from "./gate.ts";
import { runTool } from "./run-tool.ts";

/** Will Node and the bundlers find what the manifest promises? */
export const publint: Gate = {
  name: "publint --strict",
  run: ({ tarballs, tools }) => ({
    checked: `${tarballs.length} packages`,
    problems: tarballs.flatMap(({ file, package: { name } }) => {
      const { ok, output } = runTool(toolOf(tools, "publint"), ["run", file, "--strict"]);
      return ok ? [] : [`${name}: ${output}`];
    }),
  }),
};
