import { readFileSync } from "node:fs";
import { contractFetch, createContract, type Contract, type ResponseParts } from "@org/contract";
import { interpretDescription } from "@org/contract/interpret";
import { isApiError, isSdkError } from "@org/runtime";
import { loadApi } from "../judges/support/api.ts";
import { runRespect, type StepResponse, type StepResult } from "../judges/respect/run-respect.ts";
import { fromDeviation, fromUnrecognized, type DriftEntry } from "./drift-entry.ts";
import type { Plan } from "./plan.ts";
import type { ReadingCall } from "./reading-calls.ts";
import { isLoopback } from "./services.ts";

/** What was done to a service, and where it departs from its description. */
export interface Outcome {
  readonly steps: number;
  readonly calls: number;
  readonly exchanges: number;
  readonly entries: readonly DriftEntry[];
}

/** As much as our clients read of an answer. */
const maxBodyBytes = 64 * 2 ** 20;

/** Runs the workflows and the calls of a plan. */
export async function carryOut(plan: Plan): Promise<Outcome> {
  const { target, workflows, leftOut } = plan;
  const { file, basePath } = loadApi(target.name);
  const contract = createContract(interpretDescription(JSON.parse(readFileSync(file, "utf8")) as object));
  const run = await runRespect(workflows, {
    url: `${target.baseUrl}${basePath}`,
    inputs: target.inputs,
    skip: leftOut.map(({ id }) => id),
    mayLeave: !isLoopback(new URL(target.baseUrl).hostname),
    goOnAfterSchema: true,
  });
  const entries = run.steps.flatMap((step) => judgeStep(step, contract));
  let exchanges = run.steps.filter(({ response }) => response !== undefined).length;
  for (const call of plan.calls) {
    const made = await make(call, contract);
    entries.push(...made.entries);
    exchanges += made.exchanges;
  }
  return { steps: run.steps.length, calls: plan.calls.length, exchanges, entries };
}

function judgeStep({ workflow, id, operation, failed, response }: StepResult, contract: Contract): DriftEntry[] {
  const by = `workflow ${workflow}/${id}`;
  const deviations = response === undefined ? [] : contract.checkResponse(operation, partsOf(response));
  const found = response === undefined ? "no answer" : `an answer with status ${response.statusCode}`;
  const broken = failed.map(({ name, condition = "" }): DriftEntry => {
    // Respect reads objects as closed. What it alone minds is a property for which the description leaves room.
    const isNews = name === "schema check" && deviations.length === 0;
    const expected = condition === "" ? "what the description says" : "that it holds";
    return { severity: isNews ? "news" : "deviation", by, operation, kind: name, place: condition, found, expected };
  });
  return [...broken, ...deviations.map((deviation) => fromDeviation(by, deviation))];
}

function partsOf({ statusCode, headers, body }: StepResponse): ResponseParts {
  const bodyText = typeof body === "string" ? body : JSON.stringify(body);
  return { status: statusCode, headers: new Headers(headers), bodyText };
}

async function make({ name, run }: ReadingCall, contract: Contract) {
  const by = `client ${name}`;
  const entries: DriftEntry[] = [];
  let exchanges = 0;
  const send = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    exchanges += 1;
    return globalThis.fetch(input, init);
  };
  const fetch = contractFetch(send, {
    contracts: [contract],
    unmatched: "report",
    maxBodyBytes,
    onDeviation: (deviation) => entries.push(fromDeviation(by, deviation)),
  });
  try {
    await run({ fetch, onUnrecognized: (unrecognized) => entries.push(fromUnrecognized(by, unrecognized)) });
  } catch (error) {
    entries.push(fromError(by, error));
  }
  await fetch.settled();
  return { entries, exchanges };
}

/** The name and the status of an error: its message may quote the answer. */
function fromError(by: string, error: unknown): DriftEntry {
  if (!isSdkError(error)) throw error;
  const status = isApiError(error) ? ` with status ${error.status}` : "";
  return {
    severity: "deviation",
    by,
    operation: error.operation ?? "",
    kind: "failed call",
    place: "",
    found: `${error.name}${status}`,
    expected: "an answer",
  };
}
