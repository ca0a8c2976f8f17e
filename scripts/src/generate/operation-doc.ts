import { docComment } from "./doc-comment.ts";
import { errorTypeName } from "./emit-errors.ts";
import type { OperationModel } from "./model.ts";
import { statusNames } from "./status-errors.ts";

/** What a person should know before the call: what it does, how it fails, what is limited, and who says so. */
export function operationDoc(operation: OperationModel): string {
  const { description, source } = operation;
  const { status, page, date, note } = source;
  return docComment(
    description,
    failures(operation),
    retries(operation),
    limits(operation),
    `Source (${status}, ${date}): ${page}${note === undefined ? "" : `. ${note}`}`,
  );
}

function failures(operation: OperationModel): string {
  const byStatus = operation.errorStatuses.flatMap((status) => statusNames.get(status) ?? []);
  const names = [...operation.errorNames, ...byStatus].map((name) => `\`${name}\``);
  return `Fails with ${names.join(", ")}, or as any call can: {@link ${errorTypeName(operation)}}.`;
}

function retries({ retry: { safety, reason, settledBy } }: OperationModel): string {
  const after = settledBy === undefined ? "" : ` \`${settledBy}\` tells whether it took effect.`;
  if (safety === "safe") return `Sent again after a failure. ${reason}`;
  if (safety === "keyed") return `Sent again after a failure, with the same idempotency key. ${reason}`;
  return `Not sent again when its outcome is unknown. ${reason}${after}`;
}

function limits({ rateLimits }: OperationModel): string | undefined {
  const sentences = rateLimits.map(({ requests, windowSeconds, per, enforced }) => {
    const keeper = enforced ? "the client keeps to it by waiting" : "left to the service, which refuses what is beyond";
    const counted = per === "account" || per === "user" ? per : `\`${per}\``;
    return `${count(requests)} requests in ${count(windowSeconds)} s for each ${counted} (${keeper})`;
  });
  return sentences.length === 0 ? undefined : `Rate limit: ${sentences.join("; ")}.`;
}

const count = (value: number): string => value.toLocaleString("en-US");
