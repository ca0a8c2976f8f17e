import { expect, test } from "vitest";
import { readDocument } from "../support/descriptions.ts";
import { mutantsOf } from "./mutants.ts";
import { problemsOf, reportOf, strongJudges } from "./report.ts";
import type { Verdict } from "./run.ts";

const mutants = mutantsOf("kore-xo", readDocument("kore-xo")).slice(0, 100);
const [first] = mutants as [(typeof mutants)[number]];
const caught = mutants.map((mutant, index): Verdict => ({
  mutant,
  caughtBy: strongJudges[index % strongJudges.length],
}));
const letting = (count: number): Verdict[] =>
  caught.map((verdict, index) => (index < count ? { ...verdict, caughtBy: undefined } : verdict));
const place = (at: string): RegExp => new RegExp(`^${at.replaceAll(/[^\w]/g, "\\$&")}$`);

test("nothing is wrong where every mutant is caught", () => {
  expect(problemsOf(caught, [])).toEqual([]);
});

test("a survivor that nobody has looked at is a problem, and one with a reason is none", () => {
  expect(problemsOf(letting(1), [])).toEqual([
    expect.stringContaining(`Nobody has looked at a survivor: kore-xo, ${first.operator}`),
  ]);
  const reviewed = { operator: first.operator, place: place(first.place), reason: "It means the same." };
  expect(problemsOf(letting(1), [reviewed])).toEqual([]);
  expect(problemsOf(caught, [reviewed])).toEqual([expect.stringContaining("does not survive any more")]);
});

test("over 5 % of survivors are a problem, whatever the reasons", () => {
  const reviewed = mutants.map(({ operator, place: at }) => ({ operator, place: place(at), reason: "" }));
  expect(problemsOf(letting(5), reviewed.slice(0, 5))).toEqual([]);
  expect(problemsOf(letting(6), reviewed.slice(0, 6))).toEqual([expect.stringContaining("over 5 %")]);
});

test("a judge that catches nothing is a problem", () => {
  for (const judge of strongJudges) {
    const other = strongJudges.find((candidate) => candidate !== judge);
    const without = caught.map((verdict) => (verdict.caughtBy === judge ? { ...verdict, caughtBy: other } : verdict));
    expect(problemsOf(without, [])).toEqual([`The judge "${judge}" catches nothing`]);
  }
});

test("that the generated code would differ does not count as caught", () => {
  const weak = caught.map((verdict, index): Verdict =>
    index === 0 ? { ...verdict, caughtBy: "generated code" } : verdict,
  );
  expect(problemsOf(weak, [])).toEqual([expect.stringContaining("Nobody has looked at a survivor")]);
  expect(reportOf(weak)).toContain("the generated code would differ");
});

test("every mutant is another document, and the original stays as it is", () => {
  const original = readDocument("kore-xo");
  const before = JSON.stringify(original);
  const made = mutantsOf("kore-xo", original).map((mutant) => JSON.stringify(mutant.make()));
  expect(JSON.stringify(original)).toBe(before);
  expect(made.filter((text) => text === before)).toEqual([]);
  expect(made.length).toBeGreaterThan(500);
});
