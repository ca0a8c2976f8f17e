import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { camelCase } from "../generate/names.ts";

/** The function that makes the provider has the name of the API, and these are no names of functions. */
const reserved = new Set(
  `arguments async await break case catch class const continue debugger default delete do else enum eval export extends
  false finally for function if implements import in instanceof interface let new null package private protected public
  return static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
);

/** Folders of specs/ and packages/ that hold what is built or kept there. */
const folders = new Set(["dist", "released", "decisions"]);

/** @throws Error when no API can have this name, whatever is there. */
export function checkName(name: string): void {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name))
    throw new Error(`"${name}" is not the name of an API; give one like help-desk`);
  if (reserved.has(camelCase(name)))
    throw new Error(`"${name}" is a word of the language, so no provider can be called that; try ${name}-desk`);
  if (folders.has(name)) throw new Error(`specs/${name} is a folder of the repository; choose another name`);
}

/** @throws Error when something in the repository has this name, naming it. Nothing may be written over. */
export function checkFree(name: string, root: string): void {
  const file = [`packages/${name}`, `packages/sessions/src/${name}`, `packages/sessions/src/${name}.ts`].find((path) =>
    existsSync(join(root, path)),
  );
  if (file !== undefined)
    throw new Error(`there is a ${file} already; remove it to make it anew, or choose another name`);
  const owner = globSync(["packages/*/package.json", "specs/package.json", "scripts/package.json"], { cwd: root }).find(
    (manifest) => nameIn(join(root, manifest)).endsWith(`/${name}`),
  );
  if (owner !== undefined) throw new Error(`${owner} has the name ${nameIn(join(root, owner))}; choose another name`);
}

/** @throws Error when the text of a module gives one name to two things: what it imports from elsewhere, and its own. */
export function checkNamesDiffer(file: string, text: string): void {
  const imported = [...text.matchAll(/^import\s+(?:type\s+)?\{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
    list.split(","),
  );
  const own = [...text.matchAll(/^(?:export\s+)?(?:function|interface|type)\s+(\w+)/gm)].map(([, name = ""]) => name);
  const names = [...imported.map((item) => item.replace(/^\s*type\s+/, "").trim()).filter(Boolean), ...own];
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new Error(`${file} would have two things of the name ${twice}; choose another name for the API`);
}

function nameIn(manifest: string): string {
  return (JSON.parse(readFileSync(manifest, "utf8")) as { readonly name: string }).name;
}
