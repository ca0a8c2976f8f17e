import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type Case, corpusOf } from "../src/equivalence/corpus.ts";
import { type Judge, judge30, judge31 } from "../src/equivalence/judges.ts";
import type { Node } from "../src/equivalence/parts.ts";
import { apiNames } from "../src/model.ts";
import { fileOf } from "../src/places.ts";

const read = (api: string, file: string): Node =>
  JSON.parse(readFileSync(fileOf("@org/specs", `dist/${api}/${file}`), "utf8")) as Node;

const id = (api: string, version: string): string => `https://descriptions.invalid/${api}/${version}`;

/** Messages that the two judges see differently. */
async function disagreements(cases: readonly Case[], judges: readonly [Judge, Judge]): Promise<Case[]> {
  const found: Case[] = [];
  for (const one of cases) if ((await judges[0](one)) !== (await judges[1](one))) found.push(one);
  return found;
}

describe.each(apiNames)("the 3.0.3 and the 3.1 form of %s", { timeout: 120_000 }, (api) => {
  const document = read(api, "openapi.json");
  const judge = judge31(document, id(api, "3.1"));
  let cases: Case[];
  beforeAll(async () => {
    cases = await corpusOf(document);
  });

  it("accept and reject the same messages", async () => {
    const judges = [judge, judge30(read(api, "openapi-3.0.json"), id(api, "3.0"))] as const;
    expect(await disagreements(cases, judges)).toEqual([]);
  });

  it("are asked about hundreds of messages, right and wrong, requests and answers", async () => {
    const verdicts = await Promise.all(cases.map(async (one) => ({ ...one, right: await judge(one) })));
    for (const request of [true, false])
      for (const right of [true, false]) {
        const kind = verdicts.filter((one) => one.form.endsWith(" request") === request && one.right === right);
        expect(kind.length, `${request ? "requests" : "answers"}, ${right ? "right" : "wrong"}`).toBeGreaterThan(50);
      }
    expect(cases.length).toBeGreaterThan(400);
  });

  it("would be told apart, did one of them refuse null or texts of one letter where the other takes them", async () => {
    const text = JSON.stringify(read(api, "openapi-3.0.json"));
    const changed = text.replaceAll('"nullable":true', '"nullable":false').replaceAll('"minLength":1', '"minLength":2');
    const other = judge30(JSON.parse(text === changed ? "{}" : changed) as Node, id(api, "3.0-changed"));
    expect((await disagreements(cases, [judge, other])).length).toBeGreaterThan(0);
  });
});
