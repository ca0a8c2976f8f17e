import { toolOf } from "../../tool-set.ts";
import type { Gate } from "./gate.ts";
import { runTool } from "./run-tool.ts";

const config = "scripts/src/release/gates/knip-config.ts";

/** Files, exports and dependencies that nothing uses, over the whole repository. Configured by `knip-config.ts`. */
export const knip: Gate = {
  name: "knip",
  run: ({ tools }) => {
    const { ok, output } = runTool(toolOf(tools, "knip"), ["--config", config, "--reporter", "compact"]);
    return { checked: "files, exports, dependencies", problems: ok ? [] : output.split("\n") };
  },
};
