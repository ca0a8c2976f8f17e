import { compareInstants, isSdkError, type SdkError, type TimeInput } from "@org/runtime";
import { adapterContract, type Adapter, type AdapterPages, type CreatingAdapter, type ListRange } from "./adapter.js";
import type { AdapterSession } from "./session.js";

/** What to check an adapter with. It must have sessions in the range, on more than one page for the check to mean much. */
export interface ConformanceOptions {
  readonly adapter: unknown;
  /** The range to list. */
  readonly since: TimeInput;
  readonly until: TimeInput;
  /** An id that the service does not know. */
  readonly unknownId: string;
  /** An input that creates a session, for an adapter that can. */
  readonly createInput?: unknown;
}

/** One thing that an adapter must do. */
export interface ConformanceCheck {
  readonly name: string;
  /** What was wrong; absent where all was well. */
  readonly problem?: string;
}

type Loose = Adapter<string, unknown, ListRange> & Partial<CreatingAdapter<unknown, unknown>>;

/** A check throws to say what is wrong. */
type Check = (adapter: Loose, options: ConformanceOptions) => Promise<void>;

/**
 * Checks that an adapter does what the facade relies on, from the outside, through real calls. Never throws.
 *
 * @returns every check, in order. An adapter conforms if none has a `problem`.
 */
export async function checkAdapter(options: ConformanceOptions): Promise<readonly ConformanceCheck[]> {
  const adapter = options.adapter as Loose;
  const results: ConformanceCheck[] = [];
  for (const [name, check] of Object.entries(checks)) {
    try {
      await check(adapter, options);
      results.push({ name });
    } catch (error) {
      results.push({ name, problem: error instanceof Error ? error.message : String(error) });
    }
  }
  return results;
}

const checks: Readonly<Record<string, Check>> = {
  "speaks this version of the contract": async ({ contract, kind, needsSince, getIsDerived }) => {
    expect(contract === adapterContract, `contract is ${String(contract)}, not ${adapterContract}`);
    expect(typeof kind === "string" && kind !== "", "kind is not a non-empty string");
    expect(
      typeof needsSince === "boolean" && typeof getIsDerived === "boolean",
      "needsSince or getIsDerived is not a boolean",
    );
  },
  "lists sessions with an id and the service's record": async (adapter, options) => {
    const sessions = await listAll(adapter, options);
    expect(sessions.length > 0, "the range holds no session; give one that does");
    const bad = sessions.find(
      ({ id, raw }) => typeof id !== "string" || id === "" || typeof raw !== "object" || raw === null,
    );
    expect(bad === undefined, "a session has no id or no raw record");
  },
  "lists each session once": async (adapter, options) => {
    const ids = (await listAll(adapter, options)).map(({ id }) => id);
    expect(new Set(ids).size === ids.length, `${ids.length - new Set(ids).size} sessions came twice`);
  },
  "lists only sessions created in [since, until)": async (adapter, options) => {
    const [since, until] = [iso(options.since), iso(options.until)];
    for (const { id, createdAt } of await listAll(adapter, options)) {
      const inside =
        createdAt === undefined || (compareInstants(createdAt, since) >= 0 && compareInstants(createdAt, until) < 0);
      expect(inside, `${id} was created at ${String(createdAt)}`);
    }
  },
  "goes on from the resume token of any page": async (adapter, options) => {
    const whole = (await listAll(adapter, options)).map(({ id }) => id);
    const parts: string[] = [];
    for (let resume: string | undefined, first = true; first || resume !== undefined; first = false) {
      const page = await firstPage(adapter, options, resume);
      parts.push(...page.items.map(({ id }) => id));
      expect(parts.length <= whole.length, "a resume token led back to sessions that had come before");
      expect(page.next === undefined || page.next !== resume, "a page's resume token led to the same page again");
      resume = page.next;
    }
    expect(
      parts.join() === whole.join(),
      "reading page by page through resume tokens gave other sessions than reading at once",
    );
  },
  "gets a session that it listed": async (adapter, options) => {
    const [listed] = await listAll(adapter, options);
    const result = await adapter.get(listed?.id ?? "");
    expect(result.ok && result.data.id === listed?.id, "get did not give the session");
  },
  "fails with an error of the SDK for a session that does not exist": async (adapter, { unknownId }) => {
    const result = await adapter.get(unknownId);
    expect(!result.ok, "get gave a session");
    expectSdkError(result.error);
  },
  "refuses an inverted range before anything is sent": async (adapter, { since, until }) => {
    const error = await onlyFailure(adapter.list({ since: until, until: since }));
    expect(error.outcome === "notSent", "the error's outcome is not notSent");
  },
  "ends with an AbortError, and does not throw, when the signal is aborted": async (adapter, options) => {
    const error = await onlyFailure(adapter.list(range(options), { signal: AbortSignal.abort() }));
    expect(error.name === "AbortError", `the failure is ${error.name}`);
  },
  "creates a session that it can get": async (adapter, { createInput }) => {
    if (adapter.create === undefined) return;
    expect(createInput !== undefined, "the adapter can create; give a createInput");
    const created = await adapter.create(createInput);
    expect(created.ok, `create failed: ${created.ok ? "" : created.error.message}`);
    const found = await adapter.get(created.data?.id ?? "");
    expect(found.ok && found.data.id === created.data?.id, "get did not give the created session");
  },
};

const range = ({ since, until }: ConformanceOptions): ListRange => ({ since, until });
const iso = (time: TimeInput): string => new Date(time).toISOString();

/** More than anybody checks an adapter with: a listing that gives more does not end. */
const mostPages = 1000;

async function listAll(adapter: Loose, options: ConformanceOptions): Promise<AdapterSession<unknown>[]> {
  const sessions: AdapterSession<unknown>[] = [];
  let pages = 0;
  for await (const result of adapter.list(range(options))) {
    if (!result.ok) throw result.error;
    sessions.push(...result.data.items);
    expect(++pages < mostPages, `the listing goes on after ${mostPages} pages; give a smaller range if that is right`);
  }
  return sessions;
}

/** What a listing fails with that must fail at once, and end then. */
async function onlyFailure(results: AdapterPages<unknown>): Promise<SdkError> {
  let error: unknown;
  for await (const result of results) {
    expect(!result.ok, "list gave a page");
    expect(error === undefined, "list went on after its failure");
    expectSdkError(result.error);
    error = result.error;
  }
  expect(error !== undefined, "list ended without a word");
  return error as SdkError;
}

async function firstPage(adapter: Loose, options: ConformanceOptions, resume: string | undefined) {
  for await (const result of adapter.list(range(options), { resume })) {
    if (!result.ok) throw result.error;
    return result.data;
  }
  throw new Error("list ended without a page");
}

function expect(condition: boolean, problem: string): asserts condition {
  if (!condition) throw new Error(problem);
}

function expectSdkError(error: unknown): void {
  expect(isSdkError(error), `the failure is not an SdkError but ${String(error)}`);
}
