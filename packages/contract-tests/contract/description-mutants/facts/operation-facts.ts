import type { Fact } from "./fact.ts";

/** A parameter or a header: texts that must be allowed, and texts that must not. */
export interface TextFact {
  readonly good: readonly string[];
  readonly bad: readonly string[];
  readonly required?: true;
}

/** What the vendor's pages say of an operation, written down a second time, without a look at the description. */
export interface OperationFacts {
  readonly api: string;
  readonly id: string;
  readonly method: string;
  /** With the base path. */
  readonly path: string;
  /** Each makes a request pass that has no other credentials. */
  readonly credentials: readonly Readonly<Record<string, string>>[];
  readonly pathParameters: Readonly<Record<string, TextFact>>;
  readonly query: Readonly<Record<string, TextFact>>;
  /** Absent: a request without body. */
  readonly body?: { readonly fact: Fact; readonly required: boolean };
  readonly answers: Readonly<Record<number, AnswerFacts>>;
  /** What the generators are told. */
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface AnswerFacts {
  /** Absent: an answer without body. */
  readonly body?: Fact;
  readonly headers?: Readonly<Record<string, TextFact>>;
  /** What the server did before it answered so, where the pages say. */
  readonly outcome?: "rejected" | "unknown";
}

/** Names and ids in a path: anything but nothing. */
export const segment: TextFact = { good: ["x", "ri.a..b.c-1", "ü"], bad: [], required: true };
export const filledText: TextFact = { good: ["x", "v1.abc"], bad: [""] };
