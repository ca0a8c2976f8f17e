import { BODILESS } from "./answer.js";
import type { Fault } from "./fault.js";
import { isPointer } from "./pointer.js";

/** What a field must be. */
export interface Field {
  readonly expected: string;
  is(value: unknown): boolean;
  /** Default: false. */
  readonly required?: boolean;
}

const oneOf = (...values: readonly unknown[]): Field => ({
  expected: values.map((value) => JSON.stringify(value)).join(" or "),
  is: (value) => values.includes(value),
});
const whole = (min: number, max = Number.MAX_SAFE_INTEGER): Field => ({
  expected: `a whole number from ${min}${max === Number.MAX_SAFE_INTEGER ? "" : ` to ${max}`}`,
  is: (value) => Number.isSafeInteger(value) && Number(value) >= min && Number(value) <= max,
});
const required = (field: Field): Field => ({ ...field, required: true });

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const text: Field = { expected: "a text", is: (value) => typeof value === "string" };
const flag = oneOf(true, false);
const when = oneOf("before", "after");
const milliseconds: Field = {
  expected: "milliseconds from 0",
  is: (value) => typeof value === "number" && value >= 0 && value < Infinity,
};
const headers: Field = { expected: "header names and values", is: isHeaders };
const retryAfter: Field = {
  expected: "a text or { dateInMs }",
  is: (value) => isHeaders({ "retry-after": value }) || (isRecord(value) && Number.isFinite(value["dateInMs"])),
};
const edits: Field = {
  expected: "values by JSON pointer",
  is: (value) => isRecord(value) && Object.keys(value).every(isPointer),
};
const place = required(oneOf("before-headers", "after-headers", "mid-body"));

/** The fields of each fault, besides `kind`. */
export const faultFields: { readonly [Kind in Fault["kind"]]: Readonly<Record<string, Field>> } = {
  latency: { ms: required(milliseconds), when },
  answer: { status: required(whole(200, 599)), headers, body: text, retryAfter, when },
  "proxy-page": { status: whole(200, 599), when },
  "expired-credential": {},
  "echo-credential": { status: whole(200, 599), in: oneOf("body", "headers") },
  truncate: { bytes: whole(0) },
  "content-type": {
    type: required({
      expected: "a content type or null",
      is: (value) => value === null || isHeaders({ type: value }),
    }),
  },
  edit: { set: required(edits) },
  "repeat-page": { rows: oneOf("same", "none") },
  huge: { bytes: required(whole(1)), announced: flag },
  drip: { bytes: required(whole(1)), everyMs: required(milliseconds), announced: flag },
  cut: { at: place, when, announced: flag, by: oneOf("reset", "close") },
  stall: { at: place, when, announced: flag },
};

/** Fields that exclude each other; the first one that does is what a person should hear about. */
export function contradictionIn(fault: Readonly<Record<string, unknown>>): string | undefined {
  const { kind, at, when: time, announced, status, body } = fault;
  const isPlaced = kind === "cut" || kind === "stall";
  if (isPlaced && at !== "before-headers" && time !== undefined) {
    return `fault.when goes with "at": "before-headers"; in an answer, the operation has taken place`;
  }
  if (isPlaced && at === "before-headers" && announced !== undefined) {
    return `fault.announced goes with "at": "after-headers" or "mid-body"`;
  }
  const isBodiless = BODILESS.includes(Number(status));
  if (isBodiless && (kind !== "answer" || body !== undefined)) return `fault.status: ${String(status)} has no body`;
  return undefined;
}

function isHeaders(value: unknown): boolean {
  if (!isRecord(value) || !Object.values(value).every(text.is)) return false;
  try {
    return new Headers(value as Record<string, string>) instanceof Headers;
  } catch {
    return false;
  }
}
