import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { excerpt, guideFile, guides } from "../src/guides.ts";
import { languages } from "../src/model.ts";

describe("a guide", () => {
  it.each(languages)("for %s holds the lines of the programs that ran", async (language) => {
    const text = (await guides()).find((guide) => guide.language === language)?.text;
    expect(readFileSync(guideFile(language), "utf8")).toBe(text);
  });

  it("takes the marked parts of a program alone, moved to the left together", () => {
    const program =
      "before\n  // guide\n  if (a)\n    b();\n  // end of guide\nbetween\n  // guide\n  c();\n  // end of guide\n";
    expect(excerpt(program)).toBe("if (a)\n  b();\n\nc();");
  });
});
