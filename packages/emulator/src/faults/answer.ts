import { carryOut } from "./carry-out.js";
import type { AnswerFault, ProxyPageFault } from "./fault.js";
import type { Passage } from "./passage.js";
import { byteLength, withLength } from "./rewrite.js";

/** Statuses that go without a body, and without a word about its length. */
export const BODILESS = [204, 205, 304];

export async function answerInstead(fault: AnswerFault, passage: Passage): Promise<Response> {
  const { status, headers: given = {}, body, retryAfter, when } = fault;
  await carryOut(when, passage);
  const headers = new Headers(given);
  if (retryAfter !== undefined) headers.set("retry-after", headerOf(retryAfter, passage.clock.now()));
  if (BODILESS.includes(status)) return new Response(null, { status, headers });
  if (body === undefined) return new Response(null, { status, headers: withLength(headers, 0) });
  if (!headers.has("content-type")) headers.set("content-type", "application/json");
  return new Response(body, { status, headers: withLength(headers, byteLength(body)) });
}

function headerOf(retryAfter: NonNullable<AnswerFault["retryAfter"]>, now: number): string {
  return typeof retryAfter === "string" ? retryAfter : new Date(now + retryAfter.dateInMs).toUTCString();
}

export async function proxyPage({ status = 502, when }: ProxyPageFault, passage: Passage): Promise<Response> {
  await carryOut(when, passage);
  const body = `<!doctype html>
<html>
  <head><title>${status} from the gateway</title></head>
  <body><h1>The gateway says ${status}</h1><p>The upstream server could not be used. Reference 7f3a.</p></body>
</html>
`;
  return new Response(body, {
    status,
    headers: withLength({ "content-type": "text/html; charset=utf-8" }, byteLength(body)),
  });
}
