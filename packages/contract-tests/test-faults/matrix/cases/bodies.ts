import type { Fault } from "@org/emulator";
import type { FaultCase } from "../fault-case.ts";

/** A good status with a body that is none of the operation's. The operation took place. */
function unreadable(name: string, reason: string, fault: Fault, more: Partial<FaultCase> = {}): FaultCase {
  return {
    name,
    rules: () => [{ fault }],
    reads: `UnreadableResponseError:${reason} unknown ×3`,
    creates: `UnreadableResponseError:${reason} unknown ×1`,
    stored: 1,
    ...more,
  };
}

const answer = (body: string): Fault => ({ kind: "answer", status: 200, body, when: "after" });

/** Bodies that are missing, broken, or of something else. */
export const bodies: readonly FaultCase[] = [
  {
    name: "HTML page of a proxy with 502",
    rules: () => [{ fault: { kind: "proxy-page", status: 502 } }],
    reads: "UnrecognizedApiError unknown ×3",
    creates: "UnrecognizedApiError unknown ×1",
    says: "The gateway says 502",
    stored: 0,
  },
  {
    // Not the refusal that Palantir documents: that one has no body, and comes from the service itself.
    name: "HTML page of a proxy with 503, after the operation",
    rules: () => [{ fault: { kind: "proxy-page", status: 503, when: "after" } }],
    reads: "ServiceUnavailable unknown ×3",
    creates: "ServiceUnavailable unknown ×1",
    says: "The gateway says 503",
    stored: 1,
  },
  unreadable(
    "HTML page with 200",
    "content-type",
    { kind: "proxy-page", status: 200, when: "after" },
    { says: "The gateway says 200" },
  ),
  unreadable("truncated JSON", "not-json", { kind: "truncate" }),
  unreadable("content type text/plain", "content-type", { kind: "content-type", type: "text/plain" }),
  {
    name: "no content type",
    rules: () => [{ fault: { kind: "content-type", type: null } }],
    reads: "ok ×1",
    creates: "ok ×1",
    stored: 1,
  },
  unreadable("204", "empty", { kind: "answer", status: 204, when: "after" }),
  unreadable("200, Content-Length: 0", "empty", { kind: "answer", status: 200, when: "after" }),
  unreadable("200 with null", "unexpected-content", answer("null")),
  unreadable("200 with []", "unexpected-content", answer("[]")),
  unreadable('200 with "x"', "unexpected-content", answer('"x"')),
  unreadable("200 with {}", "unexpected-content", answer("{}"), {
    // An empty listing may leave out everything.
    except: { listSessions: "ok ×1" },
  }),
  unreadable('200 with {"error":…}', "unexpected-content", answer('{"error":"The disk is full"}'), {
    says: "The disk is full",
  }),
  // It would be as large the next time.
  unreadable(
    "huge body, announced",
    "too-large",
    { kind: "huge", bytes: 2_000_000 },
    { reads: "UnreadableResponseError:too-large unknown ×1" },
  ),
  unreadable(
    "huge body, not announced",
    "too-large",
    { kind: "huge", bytes: 2_000_000, announced: false },
    { reads: "UnreadableResponseError:too-large unknown ×1" },
  ),
];
