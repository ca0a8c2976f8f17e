import { jsonResponse } from "../json-response.js";
import { Refusal } from "../refusal.js";

const NAMES = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  429: "Too Many Requests",
} as const;

export type AgentPlatformStatus = keyof typeof NAMES;

/** Refuses in the shape of a NestJS service: the vendor documents none, and its messages have NestJS's wording. */
export function refuse(status: AgentPlatformStatus, message: string | readonly string[]): Refusal {
  return new Refusal(jsonResponse(status, { statusCode: status, message, error: NAMES[status] }));
}
