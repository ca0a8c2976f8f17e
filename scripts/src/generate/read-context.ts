import type { OpenApi, Operation, Schema, Ref } from "./document.ts";
import type { Trail } from "./locate.ts";
import type { InputField } from "./model.ts";
import type { Problems } from "./problems.ts";

/** What the readers of an operation's parts share. */
export interface OperationContext {
  readonly document: OpenApi;
  readonly problems: Problems;
  readonly id: string;
  readonly operation: Operation;
  /** Where the operation stands. */
  readonly trail: Trail;
}

/** The one answer that means success. */
export interface SuccessAnswer {
  readonly schema: Schema | Ref;
}

/** What the check of a pagination needs of the rest of the operation. */
export interface PagedParts {
  readonly inputs: readonly InputField[];
  readonly success: SuccessAnswer | undefined;
}
