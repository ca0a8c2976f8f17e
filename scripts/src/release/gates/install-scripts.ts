import type { Gate } from "./gate.ts";

const runAtInstall = ["preinstall", "install", "postinstall", "prepare", "preprepare", "postprepare"];

/** Installing one of our packages must run nothing. */
export const installScripts: Gate = {
  name: "no install scripts",
  run: ({ tarballs }) => ({
    checked: `${tarballs.length} packages`,
    problems: tarballs.flatMap(({ files, package: { name, manifest } }) => [
      ...runAtInstall
        .filter((script) => script in (manifest.scripts ?? {}))
        .map((script) => `${name}: has "${script}"`),
      // npm runs node-gyp for it without being asked.
      ...(files.includes("binding.gyp") ? [`${name}: has a binding.gyp`] : []),
    ]),
  }),
};
