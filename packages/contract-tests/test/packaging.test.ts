import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly description?: string;
  readonly keywords?: readonly string[];
  readonly license?: string;
  readonly type?: string;
  readonly sideEffects?: boolean;
  readonly engines?: Readonly<Record<string, string>>;
  readonly repository?: Readonly<Record<string, string>>;
  readonly files?: readonly string[];
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}
type DependencyField = "dependencies" | "devDependencies" | "peerDependencies" | "optionalDependencies";

interface Package {
  readonly name: string;
  /** Path below the root of the repository, as `repository.directory` has it. */
  readonly directory: string;
  readonly manifest: Manifest;
  readonly dependencies: Readonly<Record<DependencyField, readonly string[]>>;
}

const published = globSync(["packages/*/package.json", "specs/package.json"], { cwd: root })
  .map(readPackage)
  .filter(({ manifest }) => manifest.private !== true)
  .sort((left, right) => left.name.localeCompare(right.name));

const judges = new Set(["@org/contract", "@org/emulator"]);
const isCode = ({ name }: Package): boolean => name !== "@org/specs";
const isSdk = (candidate: Package): boolean => isCode(candidate) && !judges.has(candidate.name);
const code = published.filter(isCode);
const sdk = published.filter(isSdk);

test("these packages are published, and one for each API", () => {
  const apis = globSync("specs/*/openapi.yaml", { cwd: root }).map((file) => file.split("/")[1]);
  const names = ["contract", "emulator", "runtime", "sessions", "specs", ...apis].map((name) => `@org/${name}`);
  expect(published.map(({ name }) => name)).toEqual(names.sort());
});

describe.each(published)("the manifest of $name", ({ directory, manifest }) => {
  test("says what a registry and a bundler want to know", () => {
    expect(manifest).toMatchObject({
      type: "module",
      license: "Apache-2.0",
      sideEffects: false,
      repository: { type: "git", url: expect.stringMatching(/^git\+https:\/\/.+\.git$/), directory },
      engines: { node: ">=20.19.0" },
      publishConfig: { access: "public", provenance: true },
    });
  });

  test("says what it is, and under which words it is found", () => {
    const { description = "", keywords = [] } = manifest;
    expect(description).toMatch(/^\S.{20,}[^.]$/);
    expect(keywords.length).toBeGreaterThan(1);
    expect(keywords).toEqual([...new Set(keywords)]);
    expect(keywords.filter((word) => word.trim() !== word || word === "")).toEqual([]);
  });

  test("publishes what was built, and names nothing that is not there", () => {
    expect(manifest.files).toContain("dist");
    // The change log is written when a version is made.
    const missing = (manifest.files ?? []).filter((file) => file !== "CHANGELOG.md" && !exists(directory, file));
    expect(missing).toEqual([]);
    expect(Object.values(manifest.bin ?? {}).filter((file) => !exists(directory, file))).toEqual([]);
  });

  test("exports its own package.json, and files that were built and are published", () => {
    const { "./package.json": own, ...entryPoints } = manifest.exports ?? {};
    expect(own).toBe("./package.json");
    expect(Object.keys(entryPoints)).not.toEqual([]);
    for (const target of Object.values(entryPoints).flatMap((entry) =>
      typeof entry === "string" ? entry : Object.values(entry),
    )) {
      expect(target).toMatch(/^\.\/dist\//);
      expect(globSync(target, { cwd: join(root, directory) }), target).not.toEqual([]);
    }
  });
});

describe.each(code)("$name", ({ directory, manifest }) => {
  test("gives the types of each entry point first, or a compiler would not find them", () => {
    for (const [name, entry] of Object.entries(manifest.exports ?? {})) {
      if (name === "./package.json") continue;
      expect(Object.keys(entry), name).toEqual(["types", "default"]);
    }
  });

  test("has one file of code for each entry point, and nothing else to load", () => {
    const { exports = {} } = manifest;
    const entries = Object.values(exports).flatMap((entry) => (typeof entry === "string" ? [] : [entry["default"]!]));
    const built = globSync("dist/**/*.js", { cwd: join(root, directory) }).map((file) => `./${file}`);
    expect(built.sort()).toEqual(entries.sort());
  });
});

test.each(published)(
  "$name brings the packages of this repository along in the very version it was made with",
  (item) => {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, item.directory, "package.json"), "utf8")) as {
      readonly dependencies?: Readonly<Record<string, string>>;
    };
    const ours = Object.entries(dependencies).filter(([name]) =>
      published.some((candidate) => candidate.name === name),
    );
    expect(ours.filter(([, range]) => range !== "workspace:*")).toEqual([]);
  },
);

test("runtime, facade and every client share a version", () => {
  const { fixed } = JSON.parse(readFileSync(join(root, ".changeset/config.json"), "utf8")) as {
    readonly fixed: readonly (readonly string[])[];
  };
  expect(fixed.map((names) => names.toSorted())).toEqual([sdk.map(({ name }) => name)]);
});

describe.each(sdk)("$name at run time", ({ dependencies }) => {
  test("needs openapi-fetch and packages of this repository, and nothing else", () => {
    const ours = new Set(published.map(({ name }) => name));
    const { dependencies: direct, peerDependencies, optionalDependencies } = dependencies;
    const foreign = [...direct, ...peerDependencies, ...optionalDependencies].filter((name) => !ours.has(name));
    expect(foreign.filter((name) => name !== "openapi-fetch")).toEqual([]);
  });
});

describe.each(published.filter(({ name }) => judges.has(name)))("$name", ({ dependencies }) => {
  test("knows no package that it judges, not even for its tests", () => {
    const known = Object.values(dependencies).flat();
    expect(known.filter((name) => sdk.some((candidate) => candidate.name === name))).toEqual([]);
  });
});

describe.each(sdk)("the declarations of $name", ({ directory, manifest }) => {
  const engine = /openapi-(fetch|typescript)/;
  const entryPoints = Object.entries(manifest.exports ?? {}).flatMap(([name, entry]) =>
    typeof entry === "string" || name === "./raw" ? [] : [join(directory, entry["types"]!)],
  );

  test("are all there: each file that an entry point leads to", () => {
    expect(reachable(entryPoints).filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test("never name the engine, which may be replaced: only /raw gives it away", () => {
    const files = reachable(entryPoints);
    expect(files.filter((file) => engine.test(readFileSync(join(root, file), "utf8")))).toEqual([]);
    expect(files.filter((file) => /\/(raw|generated\/openapi)\.d\.ts$/.test(file))).toEqual([]);
  });

  test("name it in no other file than those of /raw", () => {
    const files = globSync("dist/**/*.d.ts", { cwd: join(root, directory) });
    const importing = files.filter((file) =>
      specifiersIn(readFileSync(join(root, directory, file), "utf8")).some((specifier) => engine.test(specifier)),
    );
    expect(
      importing.filter((file) => !["dist/generated/raw.d.ts", "dist/generated/openapi.d.ts"].includes(file)),
    ).toEqual([]);
  });
});

/** The declarations that a compiler reads from these on, over the packages of this repository. */
function reachable(files: readonly string[]): readonly string[] {
  const found = new Set(files);
  // A set that grows while it is read hands out what was added.
  for (const file of found) {
    if (!existsSync(join(root, file))) continue;
    for (const specifier of specifiersIn(readFileSync(join(root, file), "utf8"))) {
      const target = declarationOf(specifier, file);
      if (target !== undefined) found.add(target);
    }
  }
  return [...found];
}

function specifiersIn(declarations: string): readonly string[] {
  const imports = /(?:\bfrom\s+|\bimport\s*\(\s*|\bimport\s+)["']([^"']+)["']/g;
  return [...declarations.matchAll(imports)].map(([, specifier = ""]) => specifier);
}

/** `undefined` for a package that is not of this repository. */
function declarationOf(specifier: string, from: string): string | undefined {
  if (specifier.startsWith(".")) {
    return relative(root, resolve(root, dirname(from), specifier.replace(/\.js$/, ".d.ts")));
  }
  const owner = published.find(({ name }) => specifier === name || specifier.startsWith(`${name}/`));
  if (owner === undefined) return undefined;
  const entry = owner.manifest.exports?.[`.${specifier.slice(owner.name.length)}`];
  if (entry === undefined || typeof entry === "string") throw new Error(`${from}: ${specifier} is not exported`);
  return join(owner.directory, entry["types"]!);
}

function exists(directory: string, file: string): boolean {
  return existsSync(join(root, directory, file));
}

function readPackage(file: string): Package {
  const manifest = JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest &
    Readonly<Record<DependencyField, Readonly<Record<string, string>> | undefined>>;
  const namesIn = (field: DependencyField): readonly string[] => Object.keys(manifest[field] ?? {});
  return {
    name: manifest.name,
    directory: dirname(file).replaceAll("\\", "/"),
    manifest,
    dependencies: {
      dependencies: namesIn("dependencies"),
      devDependencies: namesIn("devDependencies"),
      peerDependencies: namesIn("peerDependencies"),
      optionalDependencies: namesIn("optionalDependencies"),
    },
  };
}
