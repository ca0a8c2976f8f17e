import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createContract, type CompiledDescription, type Contract, type Deviation } from "@org/contract";
import { compileDescription } from "@org/contract/compile";
import { interpretDescription } from "@org/contract/interpret";
import { beforeAll, describe, expect, test } from "vitest";

const require = createRequire(import.meta.url);

interface MediaType {
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown; readonly $ref?: string }>>;
}
interface Message {
  readonly $ref?: string;
  readonly content?: Readonly<Record<string, MediaType>>;
}
interface Operation {
  readonly operationId: string;
  readonly requestBody?: Message;
  readonly responses: Readonly<Record<string, Message>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

const at = (document: unknown, ref: string): unknown =>
  ref
    .split("/")
    .slice(1)
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], document);

function follow<Value extends { readonly $ref?: string }>(document: unknown, value: Value): Value {
  return value.$ref === undefined ? value : (at(document, value.$ref) as Value);
}

function examplesOf(document: Description, message: Message | undefined): readonly unknown[] {
  const { content = {} } = message === undefined ? {} : follow(document, message);
  return Object.values(content).flatMap(({ example, examples = {} }) => [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples).map((one) => follow(document, one).value),
  ]);
}

const REPLACEMENTS: readonly unknown[] = [null, 7, -1.5, true, "", "x", [], {}, [null]];

/** The value with one thing changed, in every way: each part replaced by each kind of value, removed, or added to. */
function* mutants(value: unknown): Generator<unknown> {
  yield* REPLACEMENTS;
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    yield [...value, ...value];
    for (const [index, item] of value.slice(0, 2).entries()) {
      for (const mutant of mutants(item)) yield value.with(index, mutant);
    }
    return;
  }
  yield { ...value, strange: 1 };
  for (const [name, inner] of Object.entries(value)) {
    const { [name]: _, ...others } = value as Record<string, unknown>;
    yield others;
    for (const mutant of mutants(inner)) yield { ...value, [name]: mutant };
  }
}

const sorted = (deviations: readonly Deviation[]) => deviations.map((one) => JSON.stringify(one)).sort();

describe.each(["foundry-aip-agents", "kore-agent-platform", "kore-xo"])("of %s", (api) => {
  const document = require(`@org/specs/${api}`) as Description;
  const interpreted = createContract(interpretDescription(document));
  let compiled: Contract;
  beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), "doors-"));
    try {
      const file = join(folder, "checks.mjs");
      await writeFile(file, await compileDescription(document));
      compiled = createContract(((await import(pathToFileURL(file).href)) as { default: CompiledDescription }).default);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, operation]) =>
      operationOf(operation) ? [{ path, method, operation, id: operation.operationId }] : [],
    ),
  );
  const headers = new Headers({ "content-type": "application/json", "x-total": "1" });

  test.each(operations)(
    "both doors say the same of $id: every example, and what is left of it after one change",
    ({ id, operation }) => {
      const { basePath, method, path } = compiled.operations.find((one) => one.id === id)!;
      let judged = 0;
      let refused = 0;
      const agree = (ask: (contract: Contract) => readonly Deviation[]): void => {
        const found = ask(compiled);
        expect(sorted(ask(interpreted))).toEqual(sorted(found));
        judged++;
        if (found.length > 0) refused++;
      };
      for (const [status, response] of Object.entries(operation.responses)) {
        for (const example of examplesOf(document, response)) {
          for (const body of [example, ...mutants(example)]) {
            agree((contract) =>
              contract.checkResponse(id, { status: Number(status), headers, bodyText: JSON.stringify(body) }),
            );
          }
        }
      }
      const filled = basePath + path.replaceAll(/\{\w+\}/g, "x");
      for (const example of examplesOf(document, operation.requestBody)) {
        for (const body of [example, ...mutants(example)]) {
          const query = new URLSearchParams();
          agree((contract) =>
            contract.checkRequest({ method, path: filled, query, headers, bodyText: JSON.stringify(body) }),
          );
        }
      }
      expect(judged).toBeGreaterThan(100);
      expect(refused).toBeGreaterThan(judged / 4);
    },
  );
});

function operationOf(value: Operation): boolean {
  return typeof value === "object" && "operationId" in value;
}
