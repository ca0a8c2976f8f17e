import { valuesAt } from "./credentials.js";
import type { CompiledDescription } from "./description.js";
import { cookiesIn, type RequestParts } from "./parts.js";

/** HTTP's own headers for credentials, whether or not the description asks for them. */
const HEADERS = ["authorization", "proxy-authorization"];

/** Shorter text is too common to be told apart from what is no secret. */
const MIN_LENGTH = 8;

/**
 * Every credential that a request carries, the longest first: those of each security scheme of the description, those in
 * the headers that HTTP has for them, and the cookies that the description does not describe.
 */
export function secretsIn(description: CompiledDescription, request: RequestParts): readonly string[] {
  const ofSchemes = Object.values(description.credentials).flatMap((place) =>
    place === null ? [] : valuesAt(place, request),
  );
  const ofHeaders = HEADERS.flatMap((name) => valuesAt({ in: "header", name }, request));
  const values = [...ofSchemes, ...ofHeaders];
  // A header without its first word, too: the token alone may stand in a body or in the query.
  const bare = values.map((value) => value.replace(/^\S+\s+/, ""));
  const secrets = new Set([...values, ...bare, ...strangeCookies(description, request)]);
  return [...secrets].filter((value) => value !== "").sort((a, b) => b.length - a.length);
}

/** Those that may replace parts of a text that is not a value: a short one would deface it. */
export function longOnes(secrets: readonly string[]): readonly string[] {
  return secrets.filter((secret) => secret.length >= MIN_LENGTH);
}

function strangeCookies({ operations }: CompiledDescription, { headers }: RequestParts): readonly string[] {
  const described = new Set(
    operations.flatMap(({ parameters }) =>
      parameters.filter(({ in: where }) => where === "cookie").map(({ name }) => name),
    ),
  );
  const strange = [...cookiesIn(headers)].filter(([name]) => !described.has(name)).map(([, value]) => value);
  return longOnes(strange);
}
