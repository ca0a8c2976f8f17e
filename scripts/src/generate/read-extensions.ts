// The extensions that say what OpenAPI cannot: where the knowledge is from, what may be sent twice, what is limited.
import type { RateLimit, Retry, SourceNote } from "./model.ts";
import type { OperationContext } from "./read-context.ts";

type Fields = Readonly<Record<string, unknown>>;

const sourceStatuses = ["documented", "observed", "inferred"] as const;
const safeties = ["safe", "keyed", "never"] as const;

export function readSource({ operation, problems, trail, id }: OperationContext): SourceNote {
  const at = [...trail, "x-source"];
  const source = operation["x-source"] as Fields | undefined;
  const { status, page, date, note } = source ?? {};
  if (source === undefined) problems.add(trail, `${id}: x-source is missing; it tells where the knowledge is from`);
  else if (!isOneOf(status, sourceStatuses)) problems.add(at, `x-source.status: must be ${sourceStatuses.join(", ")}`);
  else if (typeof page !== "string") problems.add(at, "x-source.page: is missing; give the address of the page");
  else if (typeof date !== "string") problems.add(at, "x-source.date: is missing; give the day it was read");
  else return { status, page, date, ...(typeof note === "string" && { note }) };
  return { status: "inferred", page: "", date: "" };
}

export function readRetry(context: OperationContext, operationIds: ReadonlySet<string>): Retry {
  const { operation, problems, trail, id } = context;
  const at = [...trail, "x-retry"];
  const retry = operation["x-retry"] as Fields | undefined;
  const { safety, reason, settledBy, key } = retry ?? {};
  if (retry === undefined) {
    problems.add(trail, `${id}: x-retry is missing; it tells whether the request may be sent twice, and why`);
  } else if (!isOneOf(safety, safeties)) {
    problems.add(at, `x-retry.safety: must be ${safeties.join(", ")}`);
  } else if (typeof reason !== "string") {
    problems.add(at, "x-retry.reason: is missing");
  } else if (safety === "keyed" && typeof key !== "string") {
    problems.add(at, "x-retry.key: is missing; name the header that carries the idempotency key");
  } else if (safety === "never" && settledBy === undefined) {
    problems.add(at, "x-retry.settledBy: is missing; name the read that tells whether an unknown outcome took effect");
  } else if (settledBy !== undefined && !operationIds.has(String(settledBy))) {
    const known = [...operationIds].join(", ");
    problems.add([...at, "settledBy"], `x-retry.settledBy: there is no operation "${settledBy}"; there are ${known}`);
  } else {
    return { safety, reason, ...(typeof settledBy === "string" && { settledBy }) };
  }
  return { safety: "never", reason: "" };
}

export function readRateLimits(context: OperationContext, fields: ReadonlySet<string>): RateLimit[] {
  const { operation, problems, trail } = context;
  const limits = (operation["x-rate-limit"] ?? []) as readonly Fields[];
  return limits.flatMap(({ requests, windowSeconds, per, enforced }, index) => {
    const at = [...trail, "x-rate-limit", String(index)];
    if (typeof requests !== "number" || typeof windowSeconds !== "number") {
      problems.add(at, "x-rate-limit: requests and windowSeconds must be numbers");
    } else if (typeof per !== "string" || (per !== "account" && per !== "user" && !fields.has(per))) {
      problems.add(at, `x-rate-limit.per: must be account, user or a path parameter, not "${per}"`);
    } else if (typeof enforced !== "boolean") {
      problems.add(at, "x-rate-limit.enforced: is missing; say whether the client keeps to the limit by itself");
    } else if (enforced && per === "user") {
      problems.add(at, "x-rate-limit.enforced: a client cannot count by user, whom it does not know");
    } else {
      return [{ requests, windowSeconds, per, enforced }];
    }
    return [];
  });
}

export function isOneOf<Value extends string>(value: unknown, values: readonly Value[]): value is Value {
  return (values as readonly unknown[]).includes(value);
}
