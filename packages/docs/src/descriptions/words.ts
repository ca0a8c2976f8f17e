import type { RateLimit, Response, Retry } from "./openapi.ts";

/** What `x-retry` means, as a sentence in Markdown. */
export function retryText({ safety, reason, settledBy }: Retry): string {
  const rule = {
    safe: "Yes, also when the outcome is unknown.",
    keyed: "Yes, with its key.",
    never: "Not when the service may have seen it.",
  }[safety];
  return `${rule} ${reason}${settledBy ? ` \`${settledBy}\` tells whether a lost request took effect.` : ""}`;
}

export function limitText({ requests, windowSeconds, per, enforced }: RateLimit): string {
  const windows: Readonly<Record<number, string>> = { 60: "a minute", 3600: "an hour" };
  const window = windows[windowSeconds] ?? `in ${windowSeconds} s`;
  const who = per === "account" || per === "user" ? `for each ${per}` : `for each \`${per}\``;
  const keeper = enforced ? "kept to by the client, per process" : "left to the service";
  return `${requests.toLocaleString("en")} ${window} ${who.replaceAll("`", "")}; ${keeper}.`;
}

/** What an error answer of this status leaves behind. */
export function outcomeText(status: string, response: Response | undefined): "rejected" | "unknown" {
  return response?.["x-outcome"] ?? (status.startsWith("4") && status !== "408" ? "rejected" : "unknown");
}
