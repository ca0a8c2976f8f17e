// What `redocly diff` leaves unrated or takes for a matter of words, though callers rely on it: the extensions, by which
// clients are made to behave, the ways to a token, and the names of schemas. What is gone, or leads elsewhere, is major;
// what behaves otherwise, or is new, is minor.
import { isDeepStrictEqual } from "node:util";
import type { Bump } from "./compare.ts";

export interface Finding {
  readonly bump: Exclude<Bump, "none">;
  /** What happened to the thing, as the end of a sentence: `lost "small"`. */
  readonly text: string;
}

/** Compares the two values of a keyword. Either may be absent. */
export type Rule = (before: unknown, after: unknown) => readonly Finding[];

const show = (value: unknown): string => (value === undefined ? "absent" : JSON.stringify(value));

/** The bump is for another value where there was one. */
const otherwise =
  (bump: Finding["bump"]): Rule =>
  (before, after) => {
    if (isDeepStrictEqual(before, after)) return [];
    const isNew = before === undefined && bump === "major";
    return [{ bump: isNew ? "minor" : bump, text: `was ${show(before)} and is ${show(after)}` }];
  };

/** Of an object only some fields tell what clients do. */
const fields =
  (...names: readonly string[]): Rule =>
  (before, after) => {
    const [had, has] = [before, after].map((value) => {
      const object = (value ?? {}) as Readonly<Record<string, unknown>>;
      return Object.fromEntries(names.map((name) => [name, object[name]]));
    });
    return otherwise("minor")(had, has);
  };

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(show) : []);
const without = (all: readonly string[], some: readonly string[]): readonly string[] =>
  all.filter((value) => !some.includes(value));
const added = (before: unknown, after: unknown): readonly Finding[] =>
  without(textsOf(after), textsOf(before)).map((value) => ({ bump: "minor", text: `has ${value} in addition` }));
const lost = (before: unknown, after: unknown): readonly Finding[] =>
  without(textsOf(before), textsOf(after)).map((value) => ({ bump: "major", text: `lost ${value}` }));

const values: Rule = (before, after) => [...lost(before, after), ...added(before, after)];
const names: Rule = (before, after) => values(Object.keys(before ?? {}), Object.keys(after ?? {}));
/** A name that leads elsewhere is as good as gone. */
const entries: Rule = (before, after) => values(Object.entries(before ?? {}), Object.entries(after ?? {}));

/** By keyword. Words alone, like `x-source`, are not here: Redocly rates them a patch, as it should. */
export const rules: Readonly<Record<string, Rule>> = {
  "x-extensible-enum": values,
  "x-open-arm": otherwise("minor"),
  "x-outcome": otherwise("minor"),
  "x-pagination": otherwise("minor"),
  "x-personal-data": otherwise("patch"),
  "x-rate-limit": otherwise("minor"),
  "x-retry": fields("safety", "key", "settledBy"),
  authorizationUrl: otherwise("major"),
  default: otherwise("minor"),
  deprecated: otherwise("minor"),
  // A value that a request may not have any more, or that an answer may have, is known to Redocly.
  enum: (before, after) => (before === undefined ? [] : added(before, after)),
  flows: names,
  mapping: entries,
  openIdConnectUrl: otherwise("major"),
  refreshUrl: otherwise("major"),
  // Their names are those of types in every client that is generated.
  schemas: names,
  scopes: names,
  tokenUrl: otherwise("major"),
};
