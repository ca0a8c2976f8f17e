import { describe, expect, it } from "vitest";
import { apiNames } from "../src/model.ts";
import { readOptions } from "../src/options.ts";
import { toolchains } from "../src/toolchains.ts";

/** The cells that a command line asks for, as "generator API". */
function asked(...args: string[]): string[] {
  const { wants } = readOptions(args);
  const generators = toolchains.flatMap(({ generators }) => generators);
  return generators.flatMap((one) => apiNames.filter((api) => wants(api, one)).map((api) => `${one.name} ${api}`));
}

describe("the options of the matrix", () => {
  it("ask for every cell when there are none", () => {
    expect(asked()).toHaveLength(toolchains.flatMap(({ generators }) => generators).length * apiNames.length);
  });

  it("ask, with --quick, for one generator of every language on every API", () => {
    expect(asked("--quick")).toHaveLength(toolchains.length * apiNames.length);
  });

  it("narrow by language, generator and API together", () => {
    expect(asked("--only", "go", "--only", "kore-xo")).toEqual([
      "oapi-codegen kore-xo",
      "ogen kore-xo",
      "redocly-go kore-xo",
    ]);
    expect(asked("--only", "orval", "--only", "kubb", "--only", "kore-xo")).toEqual(["orval kore-xo", "kubb kore-xo"]);
  });

  it("refuse a word that names nothing, and say what there is", () => {
    expect(() => readOptions(["--only", "golang"])).toThrow(
      /no such language, generator or API; there are typescript,/,
    );
  });

  it("refuse to commit a part of the matrix as the whole", () => {
    expect(() => readOptions(["--update", "--quick"])).toThrow("--update needs the whole matrix");
  });
});
