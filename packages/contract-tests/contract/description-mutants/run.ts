import { createContract, type Contract } from "@org/contract";
import { interpretDescription } from "@org/contract/interpret";
import type { Description, Document } from "../support/descriptions.ts";
import { allFacts } from "./facts/all-facts.ts";
import { messagesOf, type Message } from "./facts/messages.ts";
import { affectedBy } from "./judges/affected.ts";
import { extensionProblems } from "./judges/extensions.ts";
import { generatedFrom } from "./judges/generator.ts";
import { linted } from "./judges/lint.ts";
import { trafficOf } from "./judges/traffic.ts";
import { deviationsOf } from "./judges/verdicts.ts";
import { mutantsOf } from "./mutants.ts";
import type { Mutant } from "./mutant.ts";

/** Who can catch a mutant, in the order in which they are asked: each about what those before it let pass. */
export const judges = ["engine", "traffic", "lint", "facts", "generated code"] as const;
export type Judge = (typeof judges)[number];

/** A mutant, and who caught it. */
export interface Verdict {
  readonly mutant: Mutant;
  readonly caughtBy: Judge | undefined;
}

/** Makes every mutant of these descriptions and asks the judges. */
export async function judgeAll(descriptions: readonly Description[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const description of descriptions) verdicts.push(...(await judgeOne(description)));
  return verdicts;
}

async function judgeOne(description: Description): Promise<Verdict[]> {
  const { api, document } = description;
  const traffic = await trafficOf(description);
  const facts = allFacts.filter((operation) => operation.api === api);
  const messages = facts.flatMap(messagesOf);
  const affected = affectedBy(document);
  const differs = (contract: Contract, mutant: Mutant, some: readonly Message[]): boolean =>
    affected(mutant, some).some((message) => (deviationsOf(contract, message).length === 0) !== message.allowed);

  const mutants = mutantsOf(api, document);
  const caught = new Map<Mutant, Judge>();
  const pass = async (judge: Judge, catches: (mutant: Mutant) => boolean | Promise<boolean>): Promise<void> => {
    for (const mutant of mutants) if (!caught.has(mutant) && (await catches(mutant))) caught.set(mutant, judge);
  };
  await pass("engine", (mutant) => contractOf(mutant.make()) === undefined);
  await pass("traffic", (mutant) => differs(contractOf(mutant.make())!, mutant, traffic));
  const minded = await linted(mutants.filter((mutant) => !caught.has(mutant)));
  await pass("lint", (mutant) => minded.has(mutant));
  await pass("facts", (mutant) => {
    const changed = mutant.make();
    return differs(contractOf(changed)!, mutant, messages) || extensionProblems(changed, facts).length > 0;
  });
  const original = await generatedFrom(api, document);
  await pass("generated code", async (mutant) => (await generatedFrom(api, mutant.make())) !== original);
  return mutants.map((mutant) => ({ mutant, caughtBy: caught.get(mutant) }));
}

/** What the engine refuses can be read by nobody. */
function contractOf(document: Document): Contract | undefined {
  try {
    return createContract(interpretDescription(document));
  } catch {
    return undefined;
  }
}
