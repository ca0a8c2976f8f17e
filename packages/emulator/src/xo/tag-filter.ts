import { refuse } from "./errors.js";
import type { Tag, XoSession } from "./session.js";

interface TagCondition {
  readonly name: string;
  readonly values: readonly string[];
  readonly type?: "user" | "session";
}

/** Makes the test for a `tags` filter, in the form that the vendor shows for messages. Other forms are refused. */
export function createTagFilter(tags: unknown): (session: XoSession) => boolean {
  const conditions = (tags as { and?: unknown }).and;
  if (!Array.isArray(conditions) || !conditions.every(isCondition)) {
    throw refuse(
      400,
      'tags must have the form {"and": [{"name": string, "values": string[], "type": "user" or "session"}]}',
    );
  }
  return (session) => conditions.every((condition) => meets(session, condition));
}

function meets({ userTags, sessionTags }: XoSession, { name, values, type }: TagCondition): boolean {
  const isMeant = (tag: Tag): boolean => tag.name === name && values.includes(tag.value);
  return (type !== "session" && userTags.some(isMeant)) || (type !== "user" && sessionTags.some(isMeant));
}

function isCondition(value: unknown): value is TagCondition {
  if (typeof value !== "object" || value === null) return false;
  const { name, values, type } = value as Record<string, unknown>;
  const hasValues = Array.isArray(values) && values.every((candidate) => typeof candidate === "string");
  return typeof name === "string" && hasValues && (type === undefined || type === "user" || type === "session");
}
