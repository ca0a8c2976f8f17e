import type { Clock } from "../clock.js";
import { streamOf, type Pieces } from "./body-stream.js";
import { brokenBody, untilAbort } from "./connection.js";
import type { CutFault, DripFault, FaultPlace, HugeFault, StallFault } from "./fault.js";
import { withLength } from "./rewrite.js";

type InAnswer = Extract<FaultPlace, { announced?: boolean | undefined }>;
type Bytes = Uint8Array<ArrayBuffer>;

/** Spaces that a long body is made of. */
const FILLING = new Uint8Array(64 * 1024).fill(0x20);

export function cutBody(
  { at, announced, by = "reset" }: CutFault & InAnswer,
  answer: Response,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return remake(
    answer,
    { announced, signal },
    (whole) =>
      async function* () {
        if (at === "mid-body") yield halfOf(whole);
        throw brokenBody(by);
      },
  );
}

export function stallBody(
  { at, announced }: StallFault & InAnswer,
  answer: Response,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return remake(
    answer,
    { announced, signal },
    (whole) =>
      async function* (ended) {
        if (at === "mid-body") yield halfOf(whole);
        await untilAbort(ended);
      },
  );
}

export function drip(
  { bytes, everyMs, announced }: DripFault,
  answer: Response,
  { signal, clock }: { readonly signal: AbortSignal | undefined; readonly clock: Clock },
): Promise<Response> {
  return remake(
    answer,
    { announced, signal },
    (whole) =>
      async function* (ended) {
        for (let start = 0; start < whole.length; start += bytes) {
          if (start > 0) await clock.sleep(everyMs, ended);
          yield whole.slice(start, start + bytes);
        }
      },
  );
}

export function lengthen(
  { bytes, announced }: HugeFault,
  answer: Response,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return remake(
    answer,
    { announced, signal, bytes },
    (whole) =>
      async function* () {
        yield whole.slice(0, bytes);
        for (let left = bytes - whole.length; left > 0; left -= FILLING.length) yield FILLING.slice(0, left);
      },
  );
}

interface Remaking {
  readonly announced: boolean | undefined;
  readonly signal: AbortSignal | undefined;
  /** Length of the body, where it is another one. */
  readonly bytes?: number;
}

/** The same answer with a body that comes in another way. */
async function remake(
  answer: Response,
  { announced = true, signal, bytes }: Remaking,
  pieces: (whole: Bytes) => Pieces,
): Promise<Response> {
  const whole = new Uint8Array(await answer.arrayBuffer());
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  return new Response(streamOf(pieces(whole), signal), {
    status: answer.status,
    headers: announced ? withLength(headers, bytes ?? whole.length) : headers,
  });
}

function halfOf(whole: Bytes): Bytes {
  return whole.slice(0, Math.ceil(whole.length / 2));
}
