import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import { compileDescription } from "../src/compile.js";
import { createContract, type CompiledDescription, type Contract, type Deviation } from "../src/index.js";
import { interpretDescription } from "../src/interpret.js";
import { valueAt } from "../src/pointer.js";

export async function readLibrary(): Promise<Record<string, unknown>> {
  return JSON.parse(await readFile(new URL("fixtures/library.json", import.meta.url), "utf8")) as Record<
    string,
    unknown
  >;
}

/** Compiles a document and imports the module that comes out, as a user would. */
export async function compileAndImport(document: object): Promise<CompiledDescription> {
  const folder = await mkdtemp(join(tmpdir(), "contract-"));
  try {
    const file = join(folder, "checks.mjs");
    await writeFile(file, await compileDescription(document));
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { default: CompiledDescription };
    return module.default;
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The contract of a document behind both doors. Every answer that a test asks for must be the same at both. */
export async function contractOf(document: object): Promise<Contract> {
  const compiled = createContract(await compileAndImport(document));
  const interpreted = createContract(interpretDescription(document));
  const judged = (first: readonly Deviation[], second: readonly Deviation[]): readonly Deviation[] => {
    for (const { at } of first) expect(valueAt(document, at), `the description at ${at}`).toBeDefined();
    return same(first, second);
  };
  return {
    title: compiled.title,
    operations: compiled.operations,
    match: (method, path) => compiled.match(method, path),
    checkRequest: (request) => judged(compiled.checkRequest(request), interpreted.checkRequest(request)),
    checkResponse: (operation, response) =>
      judged(compiled.checkResponse(operation, response), interpreted.checkResponse(operation, response)),
  };
}

/** The answer of the first door, which must be the second's, too. Nothing hangs on the order of complaints. */
export function same<Complaint>(
  compiled: readonly Complaint[],
  interpreted: readonly Complaint[],
): readonly Complaint[] {
  const sorted = (complaints: readonly Complaint[]) => complaints.map((one) => JSON.stringify(one)).sort();
  expect(sorted(interpreted)).toEqual(sorted(compiled));
  return compiled;
}

/** A description with one operation, `POST /`, that takes the schema as its body. */
export function describing(schema: unknown, schemas: object = {}): object {
  const requestBody = { content: { "application/json": { schema } } };
  const responses = { "204": { description: "Taken" } };
  return {
    openapi: "3.1.0",
    info: { title: "One body", version: "1" },
    paths: { "/": { post: { operationId: "take", requestBody, responses } } },
    components: { schemas },
  };
}

/** A deviation in one line, for tables: what, where, what was found, what was expected. */
export function lines(deviations: readonly Deviation[]): readonly string[] {
  return deviations.map(({ kind, place, found, expected }) => `${kind} ${place}: ${found} (${expected})`);
}

export interface SentRequest {
  /** Method and URL, as in `GET /v1/books?pageSize=1`. */
  readonly line: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Sends a request to the contract. A body that is not text is sent as JSON. */
export function judge(contract: Contract, { line, headers = {}, body }: SentRequest): readonly string[] {
  const [method = "", target = ""] = line.split(" ");
  const [path = "", query = ""] = target.split("?");
  const json: Record<string, string> =
    body === undefined || typeof body === "string" ? {} : { "content-type": "application/json" };
  const bodyText = body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body);
  const parts = { method, path, query: new URLSearchParams(query), headers: new Headers({ ...json, ...headers }) };
  return lines(contract.checkRequest({ ...parts, bodyText }));
}

/** Judges a value as the body that {@link describing} describes. */
export function judgeBody(contract: Contract, body: unknown): readonly string[] {
  return judge(contract, { line: "POST /", body });
}
