/** A text that stands in the file exactly once, and what stands there instead. */
export interface Edit {
  readonly find: string;
  readonly replace: string;
}

/** A plausible mistake in one file. */
export type Mutant = {
  readonly name: string;
  /** Below the group's `sources`. */
  readonly file: string;
  /** What somebody would suffer from it. */
  readonly why: string;
} & (Edit | { readonly edits: readonly Edit[] });

/** Mistakes in one thing, and the tests that are to notice them. Paths count from the root of the repository. */
export interface MutantGroup {
  readonly title: string;
  readonly sources: string;
  /** Run one after the other until one fails: the quick ones first. */
  readonly tests: readonly string[];
  readonly mutants: readonly Mutant[];
}

/**
 * Carries out a mutant's edits.
 *
 * @throws {Error} where the text to find is not there, or more than once: the code has moved, and the mutant must follow.
 */
export function mutate(source: string, mutant: Mutant): string {
  const edits = "edits" in mutant ? mutant.edits : [mutant];
  return edits.reduce((text, { find, replace }) => {
    const [before = "", after, ...others] = text.split(find);
    if (after === undefined) throw new Error(`"${find}" is not in ${mutant.file}`);
    if (others.length > 0) throw new Error(`"${find}" is in ${mutant.file} ${others.length + 1} times`);
    return before + replace + after;
  }, source);
}
