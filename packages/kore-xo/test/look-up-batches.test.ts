import fc from "fast-check";
import { expect, test } from "vitest";
import { clientOf, toWire, type Asked } from "./support/xo-service.js";

interface Service {
  readonly known: ReadonlySet<string>;
  /** How many sessions an answer has at most. Less than what was asked for: it says that more follow. */
  readonly atMost: number;
  /** Whether it calls the ids that it does not know invalid, or says nothing of them. */
  readonly namesInvalid: boolean;
}

/** A service that looks up ids, in an order of its own. */
function lookingUp({ known, atMost, namesInvalid }: Service) {
  const asked: (readonly string[])[] = [];
  return {
    asked,
    fetch: async (_: unknown, init?: RequestInit): Promise<Response> => {
      const { sessionId = [] } = JSON.parse(String(init?.body)) as Asked;
      asked.push(sessionId);
      const found = sessionId.filter((id) => known.has(id)).toSorted();
      const page = found.slice(0, atMost);
      return Response.json({
        total: found.length,
        moreAvailable: page.length < found.length,
        sessions: page.map((id) => toWire({ id, startedAt: 0 })),
        ...(namesInvalid && { invalidSessions: sessionId.filter((id) => !known.has(id)) }),
      });
    },
  };
}

const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => `s${index}`);

test("every id is found or invalid, in its place, however the service cuts its answers", async () => {
  await fc.assert(
    fc.asyncProperty(
      // Enough for several batches: by itself, fast-check makes about ten.
      fc.array(fc.nat(160), { minLength: 1, maxLength: 180, size: "max" }),
      fc.uniqueArray(fc.nat(160), { maxLength: 160, size: "max" }),
      fc.oneof(fc.constant(50), fc.integer({ min: 1, max: 50 })),
      fc.boolean(),
      async (given, unknown, atMost, namesInvalid) => {
        const known = new Set(ids(161).filter((_, index) => !unknown.includes(index)));
        const { fetch, asked } = lookingUp({ known, atMost, namesInvalid });
        const wanted = [...new Set(given.map((index) => `s${index}`))];
        const found = await clientOf(fetch).lookUpSessions({ botId: "st-1", ids: given.map((index) => `s${index}`) });
        expect(found.sessions.map(({ sessionId }) => sessionId)).toEqual(wanted.filter((id) => known.has(id)));
        expect(found.invalidIds).toEqual(wanted.filter((id) => !known.has(id)));
        for (const batch of asked) {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(50);
        }
        // Nothing is asked for again that has been answered.
        if (atMost === 50) expect(asked.flat()).toEqual(wanted);
      },
    ),
  );
});

test.each([
  [1, 1],
  [49, 1],
  [50, 1],
  [51, 2],
  [100, 2],
  [101, 3],
  [1000, 20],
])("%i ids take %i requests, of as many ids as can be", async (count, requests) => {
  const { fetch, asked } = lookingUp({ known: new Set(ids(count)), atMost: 50, namesInvalid: true });
  const { sessions } = await clientOf(fetch).lookUpSessions({ ids: ids(count) });
  expect(sessions).toHaveLength(count);
  expect(asked).toHaveLength(requests);
  expect(asked.slice(0, -1).every(({ length }) => length === 50)).toBe(true);
});
