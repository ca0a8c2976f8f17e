import { changeType, edit, truncate } from "./alter.js";
import { answerInstead, proxyPage } from "./answer.js";
import { cutBody, drip, lengthen, stallBody } from "./broken-body.js";
import { carryOut } from "./carry-out.js";
import { brokenBeforeHeaders, untilAbort } from "./connection.js";
import { echoCredential, expireCredential } from "./credential.js";
import type { CutFault, Fault, LatencyFault, StallFault } from "./fault.js";
import type { Passage } from "./passage.js";
import { repeatPage } from "./repeat-page.js";

/** Lets a request meet a fault. Rejects where a `fetch` would. */
export async function apply(fault: Fault, passage: Passage): Promise<Response> {
  const { exchange, signal, next } = passage;
  switch (fault.kind) {
    case "latency":
      return delay(fault, passage);
    case "answer":
      return answerInstead(fault, passage);
    case "proxy-page":
      return proxyPage(fault, passage);
    case "expired-credential":
      return expireCredential(passage);
    case "echo-credential":
      return echoCredential(fault, passage);
    case "truncate":
      return truncate(fault, await next(exchange));
    case "content-type":
      return changeType(fault, await next(exchange));
    case "edit":
      return edit(fault, await next(exchange));
    case "repeat-page":
      return repeatPage(fault, passage);
    case "huge":
      return lengthen(fault, await next(exchange), signal);
    case "drip":
      return drip(fault, await next(exchange), passage);
    case "cut":
      return cut(fault, passage);
    case "stall":
      return stall(fault, passage);
  }
}

async function delay(
  { ms, when = "before" }: LatencyFault,
  { exchange, clock, signal, next }: Passage,
): Promise<Response> {
  if (when === "before") await clock.sleep(ms, signal);
  const answer = await next(exchange);
  if (when === "after") await clock.sleep(ms, signal);
  return answer;
}

async function cut(fault: CutFault, passage: Passage): Promise<Response> {
  if (fault.at !== "before-headers") return cutBody(fault, await passage.next(passage.exchange), passage.signal);
  await carryOut(fault.when, passage);
  throw brokenBeforeHeaders(fault.by ?? "reset");
}

async function stall(fault: StallFault, passage: Passage): Promise<Response> {
  if (fault.at !== "before-headers") return stallBody(fault, await passage.next(passage.exchange), passage.signal);
  await carryOut(fault.when, passage);
  return untilAbort(passage.signal);
}
