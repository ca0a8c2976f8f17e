/** The commands of a shell block, each as its words. Comments are left out, and lines that go on are joined. */
export function commandsOf(code: string): string[][] {
  return code
    .replaceAll(/\\\n\s*/g, " ")
    .split("\n")
    .map((line) => line.replace(/(^|\s)#.*$/, "").trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/\s+/));
}

/** Every `npx …` of a text, in a block or in a sentence, as the words after it. */
export function npxCallsOf(text: string): string[][] {
  return [...text.matchAll(/\bnpx ([^`\n]+)/g)].map(([, words = ""]) => words.trim().split(/\s+/));
}
