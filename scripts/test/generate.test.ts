import { beforeAll, describe, expect, it } from "vitest";
import type { GeneratedFiles } from "../src/generate/generate-api.ts";
import { generateParcels } from "./generate-parcels.ts";

let files: GeneratedFiles;
beforeAll(async () => {
  files = await generateParcels();
}, 30_000);

const text = (file: string): string => files.get(file) ?? "";

/** One top-level declaration of a generated file, as it stands there. */
function declaration(file: string, start: string): string {
  const source = text(file);
  const from = source.indexOf(`\nexport ${start}`);
  if (from < 0) throw new Error(`${file} does not declare ${start}`);
  const end = source.indexOf("\n\n", from);
  return source.slice(from + 1, end < 0 ? undefined : end).trimEnd();
}

describe("types", () => {
  it("offer the known values of an open enum and take any other", () => {
    expect(declaration("types.ts", "type ParcelState")).toBe(
      `export type ParcelState = "idle" | "moving" | (string & {});`,
    );
    expect(text("openapi.ts")).toContain(`ParcelState: "idle" | "moving" | (string & {});`);
  });

  it("refer to each other by name, and stand without openapi-typescript", () => {
    expect(declaration("types.ts", "interface Parcel ")).toBe(
      [
        "export interface Parcel {",
        "  id: string;",
        "  /** Where it is. */",
        "  state: ParcelState;",
        "  /** Where it has been. */",
        '  route: ("train" | "ship" | (string & {}))[];',
        "  /** In grams. Null before it was weighed. */",
        "  weight?: number | null;",
        "  /** Something on its way. */",
        "  parent?: Parcel;",
        "  notes?: Record<string, unknown>;",
        "}",
      ].join("\n"),
    );
    for (const [file, content] of files) {
      if (file === "raw.ts") continue;
      if (file !== "openapi.ts") expect(content).not.toMatch(/components\[|openapi/);
      expect(content).not.toMatch(/openapi-(typescript|fetch)/);
    }
  });

  it("make one flat input of path, query and body, whose optional fields may be undefined", () => {
    expect(declaration("types.ts", "interface SendParcelInput")).toBe(
      [
        "export interface SendParcelInput {",
        "  /** The depot. */",
        "  depotId: string;",
        "  /** In grams. */",
        "  weight: number;",
        "  /** What is written on it. */",
        "  label?: Label | undefined;",
        "}",
      ].join("\n"),
    );
    expect(declaration("types.ts", "interface Label")).toContain("lines?: readonly string[] | undefined;");
    expect(declaration("types.ts", "interface SearchParcelsInput")).toContain(
      "  /** Default: `20`. */\n  limit?: number | undefined;",
    );
  });

  it("name an answer that the description leaves nameless, and keep its variants apart", () => {
    expect(declaration("types.ts", "type SendParcelOutput")).toBe("export type SendParcelOutput = Parcel | Invoice;");
  });

  it("leave out what only errors and bodies are made of", () => {
    expect(text("types.ts")).not.toMatch(/SendParcelRequest|OtherError|DepotNotFound/);
  });
});

describe("errors", () => {
  it("narrow by name to status and parameters, a namespace kept in the name only", () => {
    expect(declaration("errors.ts", "interface DepotNotFoundError")).toBe(
      [
        "export interface DepotNotFoundError extends ApiError {",
        '  readonly name: "Depot:NotFound";',
        "  readonly status: 404;",
        "  readonly parameters: DepotNotFoundParameters;",
        "}",
      ].join("\n"),
    );
    expect(declaration("errors.ts", "interface DepotNotFoundParameters")).toContain("depotId: string;");
  });

  it("form a closed union for each operation, named ones first, others by their status", () => {
    expect(declaration("errors.ts", "type SendParcelError")).toBe(
      "export type SendParcelError = DepotNotFoundError | BadRequestError | ServiceUnavailableError | CallError;",
    );
    expect(declaration("errors.ts", "type ListParcelsError")).toContain("| ListError;");
  });
});

describe("values", () => {
  it("hold the documented values of each open enum, named by schema or schema and property", () => {
    expect(declaration("values.ts", "const parcelStateValues")).toContain(`= ["idle", "moving"] as const;`);
    expect(declaration("values.ts", "const parcelRouteValues")).toContain(`= ["train", "ship"] as const;`);
    expect(text("values.ts")).toContain("isKnownParcelRoute(value: string): value is KnownParcelRoute");
  });
});

describe("operations", () => {
  it("describe a call with two answers", () => {
    expect(declaration("operations.ts", "const sendParcelOperation")).toBe(
      [
        "export const sendParcelOperation: Operation = {",
        '  id: "sendParcel",',
        '  method: "POST",',
        '  path: "/depots/{depotId}/parcels",',
        "  inputs: {",
        '    depotId: { in: "path", type: "string", required: true, min: 1 },',
        '    weight: { in: "body", type: "integer", required: true, min: 1 },',
        '    label: { in: "body", type: "object", fields: { lines: { type: "array" } } },',
        "  },",
        '  body: "json",',
        '  retry: "never",',
        '  settledBy: "listParcels",',
        "  variants: [",
        '    ["id", "state", "route"],',
        '    ["amount", "payAt"],',
        "  ],",
        '  errorNames: ["Depot:NotFound"],',
        "  errorStatuses: [400, 429, 503],",
        "  rejects: [503],",
        "  shape: {",
        '    "|": [',
        '      { id: 0, state: ["idle", "moving"], route: [["train", "ship"]], weight: 0, parent: 0, notes: 0 },',
        "      { amount: 0, payAt: 0 },",
        "    ],",
        "  },",
        "};",
      ].join("\n"),
    );
  });

  it("describe paging by offset with dot paths", () => {
    expect(declaration("operations.ts", "const searchParcelsOperation")).toContain(
      [
        "  pagination: {",
        '    style: "offset",',
        '    position: "offset",',
        '    items: "result.rows",',
        '    more: "result.hasMore",',
        '    total: "result.count",',
        "  },",
      ].join("\n"),
    );
    expect(text("operations.ts")).toContain(
      "page(input?: SearchParcelsInput, options?: ListOptions): Promise<Page<Parcel, SearchParcelsOutput>>;",
    );
  });

  it("carry what can be checked before anything is sent", () => {
    const search = declaration("operations.ts", "const searchParcelsOperation");
    expect(search).toContain(`pattern: "^\\\\d{4}-\\\\d{2}-\\\\d{2}$", example: "2026-01-02" }`);
    expect(search).toContain(`colours: { in: "body", type: "array", max: 3 }`);
    expect(search).toContain(`fields: { name: { type: "string", required: true }, city: { type: "string" } }`);
    expect(search).toContain(`kind: { in: "body", type: "string", values: ["letter", "box"] }`);
    expect(search).toContain(`limit: { in: "body", type: "integer", min: 1, max: 100 }`);
  });

  it("hand the client only the limits that it keeps to", () => {
    expect(declaration("operations.ts", "const listParcelsOperation")).toContain(
      `rateLimits: [{ requests: 60, windowMs: 60000, per: "depotId" }],`,
    );
  });

  it("come with an entry point for those who call paths, which alone knows openapi-fetch", () => {
    const raw = files.get("raw.ts");
    expect(raw).toContain(`import type { Parcels } from "../client.js";`);
    expect(raw).toContain(`export function rawClient(client: Parcels): Client<paths, "application/json"> {`);
    expect(files.get("index.ts")).not.toContain("raw");
  });

  it("bring the code that keeps to limits where there is one to keep to, and only there", async () => {
    expect(declaration("operations.ts", "const api:")).toContain("pace,");
    const left = { file: "paths/parcels.yaml", replace: "enforced: true", by: "enforced: false" };
    expect((await generateParcels(left)).get("operations.ts")).not.toContain("pace");
  });

  it("say where the API is and which header carries the credential", () => {
    expect(declaration("operations.ts", "const api:")).toContain(
      `defaultHost: "parcels.test",\n  auth: { header: "x-key" },`,
    );
  });

  it("are documented with failures, limits and source, and no text ends the comment early", () => {
    const group = declaration("operations.ts", "interface ParcelsOperations");
    expect(group).toContain("It ends with *\\/ nothing.");
    expect(group).toContain("* - by day,\n   * - by colour.\n");
    expect(group).toContain(
      "Fails with `Depot:NotFound`, `BadRequest`, `RateLimited`, `ServiceUnavailable`, or as any call can:",
    );
    expect(group).toContain("{@link SendParcelError}.");
    expect(group).toContain("* Source (observed, 2026-01-02): https://parcels.test/docs/list. Seen on the counter.\n");
  });
});

describe("the generated code", () => {
  it("is exported name by name", () => {
    expect(text("index.ts")).not.toContain("*");
    expect(text("index.ts")).toContain('export type { KnownParcelRoute, KnownParcelState } from "./values.js";');
  });

  it("is the same each time", async () => {
    expect([...(await generateParcels())]).toEqual([...files]);
  });

  it("gives no default host where the server's is a placeholder", async () => {
    const edit = { file: "openapi.yaml", replace: "default: parcels.test", by: "default: example.parcels.test" };
    expect((await generateParcels(edit)).get("operations.ts")).not.toContain("defaultHost");
  });

  it("has no file for the values of open enums where there is none", async () => {
    const closed = await generateParcels(
      { file: "schemas/ParcelState.yaml", replace: /x-extensible-enum.*/, by: "" },
      { file: "schemas/Parcel.yaml", replace: /x-extensible-enum.*/, by: "" },
    );
    expect([...closed.keys()]).toEqual(["openapi.ts", "raw.ts", "types.ts", "errors.ts", "operations.ts", "index.ts"]);
  });
});
