import { describe, expect, test } from "vitest";
import { allOperations, loadDescriptions } from "../../support/descriptions.ts";
import { allFacts } from "./all-facts.ts";
import { messagesOf } from "./messages.ts";
import { deviationsOf, shown } from "../judges/verdicts.ts";
import { extensionProblems } from "../judges/extensions.ts";

const descriptions = await loadDescriptions();

test("there are facts of every operation, and of no other", () => {
  expect(allFacts.map(({ id }) => id).sort()).toEqual(allOperations.map(({ id }) => id).sort());
});

describe.each(allFacts)("$id", (facts) => {
  const { contract } = descriptions.find(({ api }) => api === facts.api)!;

  test("the description allows what the facts allow, and refuses what they refuse", () => {
    const wrong = messagesOf(facts).filter(
      (message) => (deviationsOf(contract, message).length === 0) !== message.allowed,
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  test("the description answers with the statuses that the facts have", () => {
    const { statuses } = contract.operations.find(({ id }) => id === facts.id)!;
    expect([...statuses].sort()).toEqual(Object.keys(facts.answers).sort());
  });
});

test.each(descriptions)("the description of $api tells the generators what the facts tell", ({ api, document }) => {
  const facts = allFacts.filter((operation) => operation.api === api);
  expect(extensionProblems(document, facts)).toEqual([]);
});
