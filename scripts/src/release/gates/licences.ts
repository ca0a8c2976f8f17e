import { execFileSync } from "node:child_process";
import { publicPackages, repository } from "../packages.ts";
import type { Gate } from "./gate.ts";

/** Licences that ask for no more than to be named, so that whoever ships our packages owes nothing else. */
const permissive = new Set([
  "MIT",
  "Apache-2.0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "Unlicense",
  "BlueOak-1.0.0",
]);

interface Listed {
  readonly name: string;
  readonly versions: readonly string[];
}

/** Everything that installing our packages brings along has a permissive licence. */
export const licences: Gate = {
  name: "licences of dependencies",
  run: () => {
    const filters = publicPackages().map(({ name }) => `--filter=${name}`);
    const output = execFileSync("pnpm", [...filters, "licenses", "list", "--prod", "--json"], {
      cwd: repository,
      encoding: "utf8",
    });
    const byLicence = Object.entries(JSON.parse(output) as Readonly<Record<string, readonly Listed[]>>);
    const count = byLicence.reduce((sum, [, packages]) => sum + packages.length, 0);
    return {
      checked: `${count} packages that ours bring along: ${byLicence.map(([name]) => name).join(", ")}`,
      problems: [
        // An empty list would pass everything.
        ...(count === 0 ? ["pnpm lists no dependency, although openapi-fetch is one"] : []),
        ...byLicence
          .filter(([licence]) => !isPermissive(licence))
          .flatMap(([licence, packages]) =>
            packages.map(({ name, versions }) => `${name} ${versions.join(", ")} is under ${licence}`),
          ),
      ],
    };
  },
};

/** Also reads a choice, `(MIT OR GPL-3.0)`, where one permissive licence is enough. */
export function isPermissive(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, "");
  if (plain.includes(" AND ")) return plain.split(" AND ").every((name) => permissive.has(name.trim()));
  return plain.split(" OR ").some((name) => permissive.has(name.trim()));
}
