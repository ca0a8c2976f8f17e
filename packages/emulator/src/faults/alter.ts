import type { ContentTypeFault, EditFault, TruncateFault } from "./fault.js";
import { setAll } from "./pointer.js";
import { withLength, withText } from "./rewrite.js";

export async function truncate({ bytes }: TruncateFault, answer: Response): Promise<Response> {
  const whole = new Uint8Array(await answer.arrayBuffer());
  const rest = whole.slice(0, bytes ?? Math.floor(whole.length / 2));
  return new Response(rest, { status: answer.status, headers: withLength(answer.headers, rest.length) });
}

export function changeType({ type }: ContentTypeFault, answer: Response): Response {
  if (type === null) answer.headers.delete("content-type");
  else answer.headers.set("content-type", type);
  return answer;
}

/** A refusal stays as it is. */
export async function edit({ set }: EditFault, answer: Response): Promise<Response> {
  if (!answer.ok) return answer;
  const document = (await answer.json()) as unknown;
  for (const [pointer, value] of Object.entries(set)) setAll(document, pointer, value);
  return withText(answer, JSON.stringify(document));
}
