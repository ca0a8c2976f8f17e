import type { CredentialPlace } from "../description.js";
import { DescriptionError } from "./description-error.js";
import { arrayOrEmpty, objectOrEmpty, type JsonObject } from "./json.js";
import { members, type References } from "./references.js";

/** Where each security scheme puts its credential; `null` where it leaves no trace in a request. */
export function readCredentials(
  document: JsonObject,
  references: References,
): Readonly<Record<string, CredentialPlace | null>> {
  const components = objectOrEmpty(document["components"]);
  const schemes = members(components["securitySchemes"], "/components/securitySchemes");
  return Object.fromEntries(
    schemes.map(({ name, value, place }) => {
      const scheme = references.object(value, place);
      return [name, placeOf(scheme.value, scheme.place)];
    }),
  );
}

/** The alternatives of an operation, each the names of schemes that must all be met. */
export function readSecurity(
  document: JsonObject,
  operation: JsonObject,
  place: string,
): readonly (readonly string[])[] {
  const schemes = objectOrEmpty(objectOrEmpty(document["components"])["securitySchemes"]);
  const alternatives = arrayOrEmpty(operation["security"] ?? document["security"]).map((alternative) =>
    Object.keys(objectOrEmpty(alternative)),
  );
  const unknown = alternatives.flat().find((name) => !Object.hasOwn(schemes, name));
  if (unknown !== undefined) {
    throw new DescriptionError(place, `asks for the security scheme "${unknown}", which does not exist`);
  }
  return alternatives;
}

function placeOf(scheme: JsonObject, place: string): CredentialPlace | null {
  const { type, in: where, name } = scheme;
  switch (type) {
    case "apiKey":
      if ((where !== "header" && where !== "query" && where !== "cookie") || typeof name !== "string") {
        throw new DescriptionError(place, "must say in which header, query parameter or cookie the key is");
      }
      return { in: where, name };
    case "http":
      return { in: "header", name: "authorization", prefix: capitalized(String(scheme["scheme"])) };
    case "oauth2":
    case "openIdConnect":
      return { in: "header", name: "authorization", prefix: "Bearer" };
    case "mutualTLS":
      return null;
    default:
      throw new DescriptionError(place, `has the unknown type ${JSON.stringify(type) ?? "nothing"}`);
  }
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
