import { spawnSync } from "node:child_process";
import { globSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failed, passed, skipped } from "../outcome.ts";
import type { Project } from "../project.ts";
import { inProjects, type Runtime } from "../runtime.ts";

const resolutions = [
  { moduleResolution: "nodenext", module: "nodenext" },
  { moduleResolution: "bundler", module: "esnext" },
];

/** Every compiler of the tool set, plain, with both ways to find modules, and with the libraries' declarations checked. */
export function compilers(tools: string): readonly Runtime[] {
  const names = globSync("typescript-*", { cwd: join(tools, "node_modules") }).sort();
  return names.flatMap((name) =>
    resolutions.map((resolution) => ({
      name: `TypeScript ${name.replace("typescript-", "").replace("-", ".")}, ${resolution.moduleResolution}`,
      run: async (projects: readonly Project[]) => {
        const errors = new Map(projects.map((project) => [project, compile(tools, name, project, resolution)]));
        return inProjects(projects, async (project, { language, source }, index) => {
          if (language === "js") return skipped("is JavaScript");
          if (source.includes('type: "json"') && !givesJsonDefault(name, resolution.module))
            return skipped("nodenext gives JSON modules a default export since TypeScript 5.6");
          const ours = errors
            .get(project)
            ?.filter((line) => line.startsWith(fileOf(index)) || !line.startsWith("program-"));
          return ours === undefined || ours.length === 0 ? passed : failed(ours.join("\n"));
        });
      },
    })),
  );
}

function givesJsonDefault(name: string, module: string): boolean {
  return module !== "nodenext" || !["typescript-5-4", "typescript-5-5"].includes(name);
}

const fileOf = (index: number): string => `program-${index}.ts`;

function compile(
  tools: string,
  compiler: string,
  { folder, programs }: Project,
  resolution: object,
): readonly string[] {
  const typed = [...programs.entries()].filter(([, { language }]) => language === "ts");
  for (const [index, { source }] of typed) writeFileSync(join(folder, fileOf(index)), source);
  const configuration = {
    compilerOptions: {
      ...resolution,
      target: "es2022",
      // What the declarations name without importing it: fetch, AbortSignal, URL. `@types/node` has them as well.
      lib: ["es2022", "dom", "dom.iterable"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      // The descriptions are JSON.
      resolveJsonModule: true,
      noEmit: true,
    },
    files: typed.map(([index]) => fileOf(index)),
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(configuration));
  const program = join(tools, "node_modules", compiler, "bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [program, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
  });
  return status === 0 ? [] : stdout.trim().split("\n");
}
