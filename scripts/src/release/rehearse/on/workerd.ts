import { existsSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "esbuild";
import { failed, passed, skipped, type Outcome } from "../outcome.ts";
import { asFunction, type Program } from "../programs.ts";
import type { Project } from "../project.ts";
import { inProjects, type Runtime } from "../runtime.ts";

interface Miniflare {
  dispatchFetch(url: string): Promise<Response>;
  dispose(): Promise<void>;
}
type MiniflareClass = new (options: object) => Miniflare;

/** workerd, the runtime of Cloudflare Workers, started by miniflare. */
export function workerd(tools: string): Runtime {
  return {
    name: "workerd",
    run: async (projects) => {
      if (!existsSync(join(tools, "node_modules/miniflare")))
        return inProjects(projects, async () => skipped("is not made for this platform"));
      const load = createRequire(join(tools, "package.json"));
      const { Miniflare } = load("miniflare") as { readonly Miniflare: MiniflareClass };
      return inProjects(projects, async (project, program, index) =>
        program.needsNode ? skipped("needs Node") : runWorker(Miniflare, project, program, index),
      );
    },
  };
}

async function runWorker(
  Miniflare: MiniflareClass,
  project: Project,
  program: Program,
  index: number,
): Promise<Outcome> {
  writeFileSync(join(project.folder, `function-${index}.mjs`), asFunction(program));
  const script = await bundle(project.folder, index);
  const worker = new Miniflare({ modules: true, script, compatibilityDate: "2026-06-01" });
  try {
    const response = await worker.dispatchFetch("http://localhost/");
    const text = await response.text();
    if (!response.ok) return failed(text);
    return text === "" ? failed("printed nothing") : passed;
  } catch (error) {
    return failed(String(error));
  } finally {
    await worker.dispose();
  }
}

/** Workers are sent as one file. */
async function bundle(folder: string, index: number): Promise<string> {
  const contents = `import { run } from "./function-${index}.mjs";
export default {
  async fetch() {
    const lines = [];
    try {
      await run({ log: (...values) => lines.push(values.map(String).join(" ")) });
      return new Response(lines.join("\\n"));
    } catch (error) {
      return new Response(error.stack, { status: 500 });
    }
  },
};`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder },
    bundle: true,
    format: "esm",
    platform: "neutral",
    conditions: ["workerd", "worker", "browser"],
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}
