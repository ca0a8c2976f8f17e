// Cells that do not get all the way, and why. A cell that fails without being here fails the run; so does one that is here
// and fails no more, or somewhere else.
import type { ApiName, CellResult, Stage } from "./model.ts";

export interface Explanation {
  readonly generator: string;
  readonly api: ApiName;
  /** The stage that it does not reach the end of. */
  readonly stage: Stage;
  readonly because: string;
  /** The generator's own issue, where one was found. */
  readonly issue?: string;
}

export const explanations: readonly Explanation[] = [
  ...(["foundry-aip-agents", "kore-agent-platform"] as const).map((api): Explanation => ({
    generator: "ogen",
    api,
    stage: "generated",
    because: 'It refuses unions of objects that are told apart by their fields: "complex anyOf" is not implemented.',
    issue: "https://github.com/ogen-go/ogen/issues/491",
  })),
  {
    generator: "progenitor",
    api: "foundry-aip-agents",
    stage: "generated",
    because: "It takes one form of error an operation; here each status has its own named errors.",
    issue: "https://github.com/oxidecomputer/progenitor/issues/344",
  },
  {
    generator: "openapi-generator-java",
    api: "kore-agent-platform",
    stage: "compiled",
    because: "With the library `native`, a union with an array becomes `List<String>.class`, which is not Java.",
    issue: "https://github.com/OpenAPITools/openapi-generator/issues/17745",
  },
  {
    generator: "openapi-generator-rust",
    api: "kore-agent-platform",
    stage: "live",
    because: "It makes one struct of the union that creating answers with, and asks for the fields of both branches.",
    issue: "https://github.com/OpenAPITools/openapi-generator/issues/21894",
  },
  {
    generator: "openapi-generator-rust",
    api: "kore-xo",
    stage: "live",
    because:
      "It makes an empty struct of `isDeveloper`, which is a boolean or a number. The issue is closed, the fault is there.",
    issue: "https://github.com/OpenAPITools/openapi-generator/issues/21894",
  },
];

export function explanationOf({ generator, api }: CellResult): Explanation | undefined {
  return explanations.find((explanation) => explanation.generator === generator && explanation.api === api);
}

/** What is wrong with the results: nothing, when each cell is live or fails as explained. */
export function unexplained(results: readonly CellResult[]): string[] {
  return results.flatMap((result) => {
    if (result.notTested !== undefined) return [];
    const failed = Object.entries(result.stages).find(([, stage]) => !stage.ok);
    const expected = explanationOf(result)?.stage;
    if (failed?.[0] === expected) return [];
    const cell = `${result.generator} on ${result.api}`;
    if (failed === undefined) return [`${cell} is live, and explained as failing: remove that from src/explained.ts`];
    return [`${cell} is not ${failed[0]}: ${failed[1].failure ?? ""}`];
  });
}
