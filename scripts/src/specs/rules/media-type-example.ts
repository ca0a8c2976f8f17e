// Mock servers, the docs and the contract tests answer with examples; Redocly checks those that exist and does not miss
// those that do not.
import { isNode, type Rule } from "./context.ts";

export const mediaTypeExample: Rule = () => ({
  MediaType(mediaType, context) {
    if (mediaType["example"] !== undefined) return;
    const examples = mediaType["examples"];
    if (isNode(examples) && Object.keys(examples).length > 0) return;
    const message = `The media type \`${context.key}\` has no example; add \`examples\` with at least one real message.`;
    context.report({ message, location: context.location.key() });
  },
});
