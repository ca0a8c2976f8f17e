// The public API of every package as text: each exported name with its signature, one report for each entry point.
// API Extractor writes them, with the compiler that it brings along: the workspace's own has no API that it could use.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publicPackages, repository, type EntryPoint, type PublicPackage } from "../packages.ts";

/** A report by its path, relative to the repository: `packages/kore-xo/api/raw.api.md`. */
export type Reports = ReadonlyMap<string, string>;

interface Message {
  readonly logLevel: string;
  readonly messageId: string;
  readonly text: string;
  handled: boolean;
}
interface ApiExtractor {
  readonly ExtractorConfig: { prepare(options: object): object };
  readonly Extractor: {
    invoke(config: object, options: object): { readonly succeeded: boolean };
  };
}

export function reportPath({ directory }: PublicPackage, { name }: EntryPoint): string {
  return `${directory}/api/${name === "." ? "index" : name.slice(2)}.api.md`;
}

/** Writes nothing into the repository. Needs the packages to be built and the tools to be installed. */
export function extractReports(tools: string): Reports {
  const extractor = createRequire(join(tools, "package.json"))("@microsoft/api-extractor") as ApiExtractor;
  const folder = mkdtempSync(join(tmpdir(), "api-reports-"));
  try {
    const reports = publicPackages().flatMap((item) =>
      item.entryPoints.map((entry) => [reportPath(item, entry), extract(extractor, folder, item, entry)] as const),
    );
    return new Map(reports);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function extract(api: ApiExtractor, reportFolder: string, item: PublicPackage, { name, types }: EntryPoint): string {
  const projectFolder = join(repository, item.directory);
  const mainEntryPointFilePath = join(projectFolder, types);
  const configuration = api.ExtractorConfig.prepare({
    configObject: {
      projectFolder,
      mainEntryPointFilePath,
      newlineKind: "lf",
      compiler: {
        overrideTsconfig: { compilerOptions: compilerOptions(projectFolder), files: [mainEntryPointFilePath] },
      },
      apiReport: {
        enabled: true,
        // What an exported signature names is part of it, exported or not.
        includeForgottenExports: true,
        reportFolder,
        reportTempFolder: join(reportFolder, "temporary"),
        reportFileName: "report",
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        extractorMessageReporting: { default: { logLevel: "none" } },
        tsdocMessageReporting: { default: { logLevel: "none" } },
        compilerMessageReporting: { default: { logLevel: "error" } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(projectFolder, "package.json"),
  });
  const errors: string[] = [];
  const messageCallback = (message: Message): void => {
    message.handled = true;
    if (message.logLevel === "error") errors.push(message.text);
  };
  api.Extractor.invoke(configuration, { localBuild: true, messageCallback });
  if (errors.length > 0) throw new Error(`no API report for ${item.name} ${name}:\n${errors.join("\n")}`);
  return readFileSync(join(reportFolder, "report.api.md"), "utf8");
}

function compilerOptions(projectFolder: string): object {
  return {
    target: "es2022",
    module: "nodenext",
    moduleResolution: "nodenext",
    lib: ["es2023", "dom", "dom.iterable", "dom.asynciterable"],
    strict: true,
    exactOptionalPropertyTypes: true,
    types: ["node"],
    typeRoots: [join(projectFolder, "node_modules/@types")],
    skipLibCheck: true,
  };
}
