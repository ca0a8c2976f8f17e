const width = 112;

/** The lines of a doc comment: paragraphs wrapped, list items kept apart, nothing that would end the comment early. */
export function commentLines(...paragraphs: readonly (string | undefined)[]): string[] {
  const blocks = paragraphs.flatMap((text) => (text ?? "").trim().split(/\n\s*\n/)).filter((block) => block !== "");
  const groups = blocks.map((block) => joinLines(block.replaceAll("*/", "*\\/").split("\n")).flatMap(wrap));
  return groups.flatMap((lines, index) => (index === 0 ? lines : [""].concat(lines)));
}

/** The comment as it stands above a declaration, with the line break after it. Empty without text. */
export function docComment(...paragraphs: readonly (string | undefined)[]): string {
  const body = commentBody(commentLines(...paragraphs));
  return body === undefined ? "" : `/*${body}*/\n`;
}

/** What stands between the outer slashes and stars. */
export function commentBody(lines: readonly string[]): string | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  if (lines.length === 1 && !first.startsWith("@")) return `* ${first} `;
  return `*\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n `;
}

/** Lines of one sentence become one; list items and tags begin anew. */
function joinLines(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines.map((text) => text.trim())) {
    if (joined.length === 0 || /^([-*] |\d+\. |@)/.test(line)) joined.push(line);
    else joined.push(`${joined.pop()} ${line}`);
  }
  return joined;
}

function wrap(text: string): string[] {
  const indent = /^[-*] /.test(text) ? "  " : "";
  const lines: string[] = [];
  let line = "";
  // A link that is broken over two lines is none.
  for (const word of text.match(/\{@link [^}]*\}\S*|\S+/g) ?? []) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
