import { pascalCase } from "../generate/names.ts";
import { pathFields, type Plan } from "./plan.ts";

/**
 * The adapter of a new provider, with what the description tells filled in. What it cannot tell is for a person: which
 * fields a session has besides its id, what else can be filtered by, and what creating takes.
 */
export function adapterFile(plan: Plan): string {
  const { name, scope, type, value, record, list, get, scopeFields, title } = plan;
  const faults = { get: `${pascalCase(get.id)}Error`, list: `${pascalCase(list.id)}Error` };
  const own = scopeFields.map((field) => `  readonly ${field}: string;\n`).join("");
  const bound = scopeFields.length === 0 ? "" : `  const { ${scopeFields.join(", ")}, ...clientOptions } = options;\n`;
  const given = scopeFields.length === 0 ? "options" : "clientOptions";
  const idField = pathFields(get).at(-1) ?? "id";
  const where = scopeFields.join(", ");
  return `import {
  create${type},
  type ${faults.get},
  type ${faults.list},
  type ${record},
  type ${type},
  type ${type}Options,
} from "${scope}/${name}";
import { checkFieldNames } from "${scope}/runtime";
import { adapterContract, type Adapter, type ListRange } from "./adapter.js";
import { mapPages } from "./map-pages.js";
import { mapResult } from "./map-result.js";
import { isInRange, readRange, type InstantRange } from "./range.js";
import type { AdapterSession } from "./session.js";

/** Options of {@link ${value}}: those of the provider's client, and what its sessions belong to. */
export interface ${type}ProviderOptions extends ${type}Options {
${own}}

/** ${title} as a provider. */
export interface ${type}Provider extends Adapter<"${name}", ${record}, ListRange, ${faults.get}, ${faults.list}> {
  readonly needsSince: false;
  readonly getIsDerived: false;
  readonly client: ${type};
}

/**
 * Makes the provider.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function ${value}(options: ${type}ProviderOptions): ${type}Provider {
${bound}  const client = create${type}(${given});
  return {
    contract: adapterContract,
    kind: "${name}",
    needsSince: false,
    getIsDerived: false,
    client,
    get: async (${idField}, callOptions) =>
      mapResult(await client.${get.id}.safe({ ${[where, idField].filter(Boolean).join(", ")} }, callOptions), toSession),
    list: (input, listOptions) => {
      let range: InstantRange = { since: undefined, until: undefined };
      return mapPages<${record}, ${record}, ${faults.list}>({
        check: () => {
          checkFieldNames("input", input, ["since", "until"]);
          range = readRange(input);
        },
        pages: () => client.${list.id}.safe({ ${where} }, listOptions),
        toSession,
        // Filtered here. Where the service can filter, hand it the range as well.
        keep: ({ createdAt }) => isInRange(createdAt, range),
      });
    },
  };
}

/** Which of the record's fields is which; what the service does not tell stays out. */
function toSession(raw: ${record}): AdapterSession<${record}> {
  return { id: raw.${plan.fields.id ?? "id"}, ${plan.fields.createdAt ? `createdAt: raw.${plan.fields.createdAt}, ` : ""}raw };
}
`;
}
