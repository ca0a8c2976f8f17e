import type { Example } from "./examples.ts";

/** What the reader made of an example. */
export type Draft = Pick<Example, "code" | "fault">;

/** What was written over the examples: as long as the tab is open, where the browser lets the page keep it. */
export interface Drafts {
  keep(example: Example, draft: Draft): void;
  /** The example itself where nothing was written over it. */
  of(example: Example): Draft;
}

/** The site may share its origin with others. */
const name = "agent-sessions/playground";

export function createDrafts(): Drafts {
  const drafts = read();
  return {
    keep({ key, ...example }, { code, fault }) {
      if (code === example.code && fault === example.fault) drafts.delete(key);
      else drafts.set(key, { code, fault });
      try {
        sessionStorage.setItem(name, JSON.stringify([...drafts]));
      } catch {
        // Forbidden, or full: then for as long as the page is open.
      }
    },
    of: (example) => drafts.get(example.key) ?? example,
  };
}

function read(): Map<string, Draft> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(name) ?? "[]") as [string, Draft][]);
  } catch {
    return new Map();
  }
}
