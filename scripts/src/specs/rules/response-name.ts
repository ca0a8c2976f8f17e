// Kubb names the answers of an operation `CreateSession400`, and then writes a response component of that name beside it: a
// duplicate identifier, and a client that does not compile.
import { basename, extname } from "node:path";
import type { Rule } from "./context.ts";

const ofAnOperation = /^[A-Za-z]\w*[1-5]\d\d$/;

export const responseName: Rule = () => ({
  Response(_response, context) {
    const file = context.location.source.absoluteRef;
    const name = [String(context.key), basename(file, extname(file))].find((text) => ofAnOperation.test(text));
    if (name === undefined) return;
    const message = `The response is called \`${name}\`, as generators call an operation's answer; name it by what it means.`;
    context.report({ message, location: context.location.key() });
  },
});
