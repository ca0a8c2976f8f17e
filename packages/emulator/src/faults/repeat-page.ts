import type { Exchange } from "../exchange.js";
import type { RepeatPageFault } from "./fault.js";
import type { Passage } from "./passage.js";
import { withText } from "./rewrite.js";

/** A page of any of the services, as far as it leads to the next one. */
interface Page {
  data?: unknown[];
  nextPageToken?: string;
  sessions?: unknown[];
  moreAvailable?: boolean;
  pagination?: { hasMore: boolean };
}

export async function repeatPage({ rows = "same" }: RepeatPageFault, { exchange, next }: Passage): Promise<Response> {
  const answer = await next(fromTheStart(exchange));
  if (!answer.ok) return answer;
  const page = (await answer.json()) as Page;
  if (page.pagination !== undefined) page.pagination.hasMore = true;
  else if (page.moreAvailable !== undefined) page.moreAvailable = true;
  else page.nextPageToken = "v1.cmVwZWF0ZWQ=";
  if (rows === "none") {
    if (page.data !== undefined) page.data = [];
    if (page.sessions !== undefined) page.sessions = [];
  }
  return withText(answer, JSON.stringify(page));
}

/** The request for the first page. */
function fromTheStart(exchange: Exchange): Exchange {
  const url = new URL(exchange.url);
  url.searchParams.delete("pageToken");
  if (exchange.bodyText === "") return { ...exchange, url };
  const { offset: _, skip: __, ...body } = JSON.parse(exchange.bodyText) as Record<string, unknown>;
  return { ...exchange, url, bodyText: JSON.stringify(body) };
}
