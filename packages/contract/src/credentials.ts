import type { CompiledDescription, CompiledOperation, CredentialPlace } from "./description.js";
import type { Deviation } from "./deviation.js";
import { cookiesIn, type RequestParts } from "./parts.js";
import { pointerTo } from "./pointer.js";

type Credentials = CompiledDescription["credentials"];

/** Whether one of the alternatives is met: its credentials are there. Whether they are good, only the service knows. */
export function checkCredentials(
  credentials: Credentials,
  { id, security, securityAt }: CompiledOperation,
  request: RequestParts,
): readonly Deviation[] {
  const places = (names: readonly string[]): readonly CredentialPlace[] =>
    names.map((name) => credentials[name] ?? null).filter((place) => place !== null);
  const missing = security.map((names) => places(names).filter((place) => !isPresent(place, request)));
  const [first] = missing;
  const [place] = first ?? [];
  if (place === undefined || missing.some((alternative) => alternative.length === 0)) return [];
  return [
    {
      kind: "missing-credentials",
      operation: id,
      place: pointerTo(`/request/${place.in}`, place.name.toLowerCase()),
      found: valuesAt(place, request).length > 0 ? "something else" : "nothing",
      expected: security.map((names) => places(names).map(describe).join(" and ")).join(", or "),
      at: securityAt,
    },
  ];
}

function isPresent(place: CredentialPlace, request: RequestParts): boolean {
  const prefix = place.prefix === undefined ? "" : `${place.prefix.toLowerCase()} `;
  return valuesAt(place, request).some(
    (value) => value.toLowerCase().startsWith(prefix) && value.slice(prefix.length).trim() !== "",
  );
}

/** What stands at the place of a credential. */
export function valuesAt(place: CredentialPlace, { query, headers }: RequestParts): readonly string[] {
  if (place.in === "query") return query.getAll(place.name);
  const value = place.in === "header" ? headers.get(place.name) : cookiesIn(headers).get(place.name);
  return value === null || value === undefined ? [] : [value];
}

function describe({ in: where, name, prefix }: CredentialPlace): string {
  const carrier = where === "query" ? `query parameter ${name}` : `${where} ${name}`;
  return prefix === undefined ? `a key in ${carrier}` : `${prefix} credentials in ${carrier}`;
}
