import { beforeAll, describe, expect, it } from "vitest";
import { findApis } from "../src/specs/apis.ts";
import { bundle } from "../src/specs/bundle.ts";
import { isNode } from "../src/specs/rules/context.ts";
import type { Problem } from "../src/specs/redocly.ts";
import { changed, lintDocuments } from "./lint-documents.ts";

type Place = readonly string[];

/** Every place in a document, from the root down. */
const placesIn = (value: unknown, at: Place = []): Place[] => [
  at,
  ...Object.entries(isNode(value) ? value : {}).flatMap(([key, child]) => placesIn(child, [...at, key])),
];

const removals = [
  { what: "an x-source", rule: "operation-source", where: /^paths > \S+ > \w+ > x-source$/ },
  { what: "an x-retry", rule: "operation-retry", where: /^paths > \S+ > \w+ > x-retry$/ },
  { what: "a 401 response", rule: "operation-statuses", where: /^paths > .* > responses > 401$/ },
  { what: "a 403 response", rule: "operation-statuses", where: /^paths > .* > responses > 403$/ },
  { what: "a 429 response", rule: "operation-statuses", where: /^paths > .* > responses > 429$/ },
  { what: "the example of a media type", rule: "media-type-example", where: /> content > \S+ > examples?$/ },
];

describe.each(findApis())("$name", (api) => {
  const removed: { readonly what: string; readonly at: Place; readonly problems: Problem[] }[] = [];
  let untouched: Problem[];
  beforeAll(async () => {
    const document = await bundle(api);
    const places = placesIn(document);
    const plans = removals.flatMap(({ what, where }) =>
      places.filter((at) => where.test(at.join(" > "))).map((at) => ({ what, at })),
    );
    const all = await lintDocuments([document, ...plans.map(({ at }) => changed(document, at, undefined))]);
    untouched = all[0]!;
    for (const [index, { what, at }] of plans.entries()) removed.push({ what, at, problems: all[index + 1]! });
  }, 120_000);

  it("lints clean as one file too", () => {
    expect(untouched).toEqual([]);
  });

  it.each(removals)("cannot lose $what anywhere", ({ what, rule }) => {
    const cases = removed.filter((one) => one.what === what);
    expect(cases).not.toEqual([]);
    const unnoticed = cases.filter(({ problems }) => !problems.some((problem) => problem.rule === `specs/${rule}`));
    expect(unnoticed.map(({ at }) => at.join(" > "))).toEqual([]);
  });
});
