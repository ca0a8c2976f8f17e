import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { createStarlightTypeDocPlugin } from "starlight-typedoc";
import { Converter, ReflectionKind, type Application } from "typedoc";
import { entryPoints } from "./entry-points.ts";

const packageFolder = resolve(fileURLToPath(import.meta.url), "../../..");
const config = join(packageFolder, ".generated/tsconfig.typedoc.json");

/** Where the pages of the packages stand, below the base path. */
export const output = "packages";

/**
 * The reference of all entry points, as one program: sources import each other by name, so that a type of the runtime
 * leads to the runtime's page wherever it is used.
 */
export function typeDoc(): ReturnType<ReturnType<typeof createStarlightTypeDocPlugin>[0]> {
  writeFileSync(
    config,
    JSON.stringify({
      extends: "../../../tsconfig.base.json",
      compilerOptions: {
        lib: ["es2024", "dom", "dom.iterable", "dom.asynciterable"],
        types: ["node"],
        typeRoots: ["../node_modules/@types"],
        skipLibCheck: true,
        paths: Object.fromEntries(entryPoints.map(({ specifier, file }) => [specifier, [file]])),
      },
      files: entryPoints.map(({ file }) => file),
    }),
  );
  const [plugin] = createStarlightTypeDocPlugin();
  return plugin({
    entryPoints: entryPoints.map(({ file }) => file),
    output,
    tsconfig: config,
    typeDoc: {
      plugin: ["typedoc-plugin-markdown", nameModules] as string[],
      outputFileStrategy: "modules",
      disableSources: true,
      excludeExternals: true,
      entryFileName: "index",
      expandObjects: false,
      groupOrder: ["Functions", "Classes", "Interfaces", "Type Aliases", "*"],
      parametersFormat: "table",
      propertyMembersFormat: "table",
      useCodeBlocks: true,
      router: "module",
    },
  });
}

/** Modules are called what one imports, not where their sources stand. */
function nameModules(app: Application): void {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
    for (const module of context.project.getReflectionsByKind(ReflectionKind.Module)) {
      const file = context.getSymbolFromReflection?.(module as never)?.declarations?.[0]?.getSourceFile().fileName;
      const entry = entryPoints.find((entryPoint) => entryPoint.file === file);
      if (entry) module.name = entry.specifier;
    }
  });
}
