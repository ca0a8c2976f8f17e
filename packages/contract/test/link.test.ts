import { beforeAll, describe, expect, it } from "vitest";
import { createContract, formatDeviation, type CompiledDescription, type ContractOptions } from "../src/index.js";
import { interpretDescription } from "../src/interpret.js";
import { readLibrary } from "./library.js";

let compiled: CompiledDescription;
beforeAll(async () => {
  compiled = interpretDescription(await readLibrary());
});

const headers = new Headers({ "content-type": "application/json" });
const answer = { status: 200, headers, bodyText: '{"isbn":"1","title":7,"addedAt":"2024-10-01T22:04:24Z"}' };
const judged = (options: ContractOptions) => createContract(compiled, options).checkResponse("getBook", answer)[0]!;
const lost = { method: "GET", path: "/v2", query: new URLSearchParams(), headers };

describe("the link of a deviation", () => {
  it("is made of a template, with its fields escaped", () => {
    expect(judged({ docsUrl: "https://docs.example/{operation}/{kind}?{place}#{at}" }).link).toBe(
      "https://docs.example/getBook/invalid-body?%2Fresponse%2Fbody%2Ftitle" +
        "#%2Fcomponents%2Fschemas%2FBook%2Fproperties%2Ftitle%2Ftype",
    );
  });

  it("is what a function makes of the deviation, or none", () => {
    expect(judged({ docsUrl: ({ operation, at }) => `https://docs.example/${operation}#${at.length}` }).link).toBe(
      "https://docs.example/getBook#46",
    );
    expect(judged({ docsUrl: () => undefined })).not.toHaveProperty("link");
  });

  it("is none without docsUrl, and none where a template names an operation that is not known", () => {
    expect(judged({})).not.toHaveProperty("link");
    const linked = (docsUrl: string) => createContract(compiled, { docsUrl }).checkRequest(lost)[0];
    expect(linked("https://docs.example/{operation}")).not.toHaveProperty("link");
    expect(linked("https://docs.example/{kind}")).toHaveProperty("link", "https://docs.example/unknown-operation");
  });
});

describe("formatDeviation", () => {
  it("says what, where, what was found, what should be, where that is said and where to read on", () => {
    expect(formatDeviation(judged({ docsUrl: "https://docs.example/{operation}" })).split("\n")).toEqual([
      "getBook: invalid-body at /response/body/title",
      "  found      7",
      "  expected   string",
      "  described  #/components/schemas/Book/properties/title/type",
      "  read       https://docs.example/getBook",
    ]);
  });

  it("leaves out what there is nothing to say of", () => {
    const deviation = createContract(compiled).checkRequest(lost)[0]!;
    expect(formatDeviation({ ...deviation, at: "" }).split("\n")).toEqual([
      "unknown-operation at /request/path",
      '  found      "/v2"',
      "  expected   one of the 4 documented paths",
    ]);
  });
});
