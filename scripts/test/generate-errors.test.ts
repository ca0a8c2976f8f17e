import { describe, expect, it } from "vitest";
import { generateParcels, lineOf, type Edit } from "./generate-parcels.ts";

const parcels = "paths/parcels.yaml";
const search = "paths/search.yaml";
const request = "schemas/SendParcelRequest.yaml";

interface Mistake {
  readonly what: string;
  readonly edit: Edit;
  /** The line that the message points to, by a text of the file as it was, and the message. */
  readonly at: readonly [file: string, text: string];
  readonly message: string;
}

const edit = (file: string, replace: string | RegExp, by: string): Edit => ({ file, replace, by });

const mistakes: readonly Mistake[] = [
  {
    what: "a next token that the answer lacks",
    edit: edit(parcels, "next: nextPageToken", "next: nextToken"),
    at: [parcels, "next: nextPageToken"],
    message: `x-pagination.next: the answer has no field "nextToken"; it has data, nextPageToken`,
  },
  {
    what: "rows that the answer lacks",
    edit: edit(parcels, "items: data", "items: rows"),
    at: [parcels, "items: data"],
    message: `x-pagination.items: the answer has no field "rows"; it has data, nextPageToken`,
  },
  {
    what: "a flag for more rows that an inner object lacks",
    edit: edit(search, "more: result.hasMore", "more: result.more"),
    at: [search, "more: result.hasMore"],
    message: `x-pagination.more: "result" has no field "more"; it has rows, hasMore, count`,
  },
  {
    what: "a total that the answer lacks",
    edit: edit(search, "total: result.count", "total: count"),
    at: [search, "total: result.count"],
    message: `x-pagination.total: the answer has no field "count"; it has result`,
  },
  {
    what: "a position that the request lacks",
    edit: edit(parcels, "name: pageToken }", "name: page }"),
    at: [parcels, "request: {"],
    message: `x-pagination.request: the operation has no query field "page"; it has pageToken`,
  },
  {
    what: "a position that travels elsewhere",
    edit: edit(search, "request: { in: body", "request: { in: query"),
    at: [search, "request: {"],
    message: `x-pagination.request: the operation has no query field "offset"; it has none`,
  },
  {
    what: "a page size that the request lacks",
    edit: edit(search, "name: limit", "name: size"),
    at: [search, "size: {"],
    message: `x-pagination.size: the operation has no body field "size"; it has day, colours, owner, kind, limit, offset`,
  },
  {
    what: "paging by offset without an end",
    edit: edit(search, /    more: .*\n/, ""),
    at: [search, "x-pagination:"],
    message: "x-pagination.more: is missing; a listing by offset needs it to find its end",
  },
  {
    what: "rows without a name",
    edit: edit(search, "$ref: ../schemas/Parcel.yaml", "type: string"),
    at: [search, "items: result.rows"],
    message: `x-pagination.items: the rows of "result.rows" have no schema with a name; put theirs into a file of its own`,
  },
  {
    what: "an operation without x-retry",
    edit: edit(search, /  x-retry:\n(    .*\n)+/, ""),
    at: [search, "post:"],
    message: "searchParcels: x-retry is missing; it tells whether the request may be sent twice, and why",
  },
  {
    what: "an unknown kind of retry",
    edit: edit(search, "safety: safe", "safety: perhaps"),
    at: [search, "x-retry:"],
    message: "x-retry.safety: must be safe, keyed, never",
  },
  {
    what: "a settledBy that names no operation",
    edit: edit(parcels, "settledBy: listParcels", "settledBy: listLetters"),
    at: [parcels, "settledBy:"],
    message: `x-retry.settledBy: there is no operation "listLetters"; there are sendParcel, listParcels, searchParcels`,
  },
  {
    what: "a call that must not be repeated and cannot be looked up",
    edit: edit(parcels, /    settledBy: .*\n/, ""),
    at: [parcels, "x-retry:"],
    message: "x-retry.settledBy: is missing; name the read that tells whether an unknown outcome took effect",
  },
  {
    what: "an operation without x-source",
    edit: edit(search, /  x-source:\n(    .*\n)+/, ""),
    at: [search, "post:"],
    message: "searchParcels: x-source is missing; it tells where the knowledge is from",
  },
  {
    what: "a rate limit that counts by nothing",
    edit: edit(parcels, "per: depotId", "per: parcelId"),
    at: [parcels, "per: depotId"],
    message: `x-rate-limit.per: must be account, user or a path parameter, not "parcelId"`,
  },
  {
    what: "an input name that occurs twice",
    edit: edit(request, "  label:", "  depotId:"),
    at: [request, "  label:"],
    message: `sendParcel: the body field "depotId" has the name of a path field; an input is one object`,
  },
  {
    what: "an operation without operationId",
    edit: edit(search, /  operationId: .*\n/, ""),
    at: [search, "post:"],
    message: "POST /parcels/search: operationId is missing; it becomes the name of the method",
  },
  {
    what: "an operation without a 2xx answer",
    edit: edit(search, `"200":`, `"400":`),
    at: [search, "responses:"],
    message: "searchParcels: no 2xx answer is described",
  },
  {
    what: "an answer without a body",
    edit: edit(search, /    "200":\n(      .*\n)+/, `    "204":\n      description: Done.\n`),
    at: [search, `"200":`],
    message: "searchParcels: an answer without a body is not supported yet, only application/json with a schema",
  },
  {
    what: "a body that is not JSON",
    edit: edit(search, "application/json", "multipart/form-data"),
    at: [search, "    content:"],
    message: "searchParcels: a body of multipart/form-data is not supported yet, only application/json",
  },
  {
    what: "a body with fields of any name",
    edit: edit(request, "additionalProperties: false", "additionalProperties: true"),
    at: [parcels, "        schema:"],
    message: "sendParcel: a body that is not a JSON object with a fixed set of fields is not supported yet",
  },
  {
    what: "a parameter that is neither in the path nor in the query",
    edit: edit(parcels, "in: query\n", "in: header\n"),
    at: [parcels, "    - name: pageToken"],
    message: `listParcels: a header parameter ("pageToken") is not supported yet`,
  },
  {
    what: "a query parameter that is a list",
    edit: edit(
      parcels,
      "in: query\n      schema:\n        type: string",
      "in: query\n      schema:\n        type: array",
    ),
    at: [parcels, "- name: pageToken"],
    message: `listParcels: the query parameter "pageToken" is an array, which is not supported yet: a URL has many ways to write one`,
  },
  {
    what: "a path parameter that is an object",
    edit: edit(parcels, "depot.\n    schema:\n      type: string", "depot.\n    schema:\n      type: object"),
    at: [parcels, "- name: depotId"],
    message: `sendParcel: the path parameter "depotId" is an object, which is not supported yet: a URL has many ways to write one`,
  },
  {
    what: "a field of several types",
    edit: edit(request, "type: integer", "anyOf: [{ type: integer }, { type: string }]"),
    at: [request, "  weight:"],
    message: `sendParcel: the field "weight" has several types, which is not supported yet`,
  },
  {
    what: "an error without a status of its own",
    edit: edit(search, `"401":`, "default:"),
    at: [search, `"401":`],
    message: `searchParcels: errors are told apart by status; write each status out instead of "default"`,
  },
  {
    what: "an error that neither the service nor the runtime has a name for",
    edit: edit(search, `"401":`, `"418":`),
    at: [search, `"401":`],
    message:
      "searchParcels: an error without a name needs a status that gives it one; " +
      "418 is none of 400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503",
  },
  {
    what: "two things of one name",
    edit: edit(search, "operationId: searchParcels", "operationId: parcel"),
    at: ["openapi.yaml", "openapi:"],
    message: `"Parcel" would be the name of two things, in types.ts and operations.ts`,
  },
  {
    what: "a credential in the query",
    edit: edit("openapi.yaml", "in: header", "in: query"),
    at: ["openapi.yaml", "    key:"],
    message: "key: only bearer tokens, OAuth and keys in a header are supported yet",
  },
];

describe("a description stops the generator, with file, line and what is missing, for", () => {
  it.for(mistakes)("$what", async ({ edit: change, at: [file, marker], message }) => {
    const expected = `${file}:${lineOf(file, marker)}  ${message}`;
    const told: string = await generateParcels(change).then(
      () => "nothing",
      (error: Error) => error.message,
    );
    expect(told.split("\n")).toContain(expected);
  });
});

describe("a description with several mistakes", () => {
  it("is told all of them at once", async () => {
    const edits = mistakes.slice(0, 3);
    const generated = generateParcels(...edits.map(({ edit: change }) => change));
    for (const { message } of edits) await expect(generated).rejects.toThrow(message);
  });
});

describe("a reference that leads nowhere", () => {
  it("stops the generator in Redocly's words", async () => {
    const change = edit(search, "schemas/Parcel.yaml", "schemas/Letter.yaml");
    await expect(generateParcels(change)).rejects.toThrow(/openapi\.yaml cannot be bundled:[\s\S]*Letter\.yaml/);
  });
});
