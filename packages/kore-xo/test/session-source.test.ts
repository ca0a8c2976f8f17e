import { isConfigurationError, isPaginationError } from "@org/runtime";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answers, clientOf, start, toWire, xoService, type Row } from "./support/xo-service.js";

const dayMs = 24 * 60 * 60 * 1000;
const days = (from: number, until = 0): { botId: string; since: Date; until: Date } => ({
  botId: "st-1",
  since: new Date(start - from * dayMs),
  until: new Date(start - until * dayMs),
});
const idsOf = (sessions: readonly { sessionId: string }[]): string[] => sessions.map(({ sessionId }) => sessionId);
const rowsAt = (...times: number[]): Row[] =>
  times.map((startedAt, index) => ({ id: `s${String(index).padStart(3, "0")}`, startedAt }));

/** What happens between two requests: sessions arrive, or they no longer match. */
type Change = { readonly arrive: readonly number[] } | { readonly leave: readonly number[] };

describe("sessions that come and go while a range is read", () => {
  test("neither hide nor double those that stay", async () => {
    const offset = fc.integer({ min: 1, max: 14 * dayMs });
    const change: fc.Arbitrary<Change> = fc.oneof(
      fc.record({ arrive: fc.array(offset, { maxLength: 4 }) }),
      fc.record({ leave: fc.array(fc.nat(200), { maxLength: 4 }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(offset, { maxLength: 40 }),
        fc.array(change, { maxLength: 30 }),
        fc.integer({ min: 1, max: 9 }),
        async (offsets, changes, limit) => {
          const rows = rowsAt(...offsets.map((ms) => start - ms));
          const staying = new Set(rows.map(({ id }) => id));
          const service = xoService(rows, {
            beforeRequest: (number) => {
              const now = changes[number - 1];
              if (now === undefined) return;
              if ("arrive" in now) {
                for (const [index, ms] of now.arrive.entries())
                  rows.push({ id: `n${number}-${index}`, startedAt: start - ms });
                return;
              }
              for (const index of now.leave) staying.delete(rows.splice(index % (rows.length || 1), 1)[0]?.id ?? "");
            },
          });
          const listed = await clientOf(service.fetch)
            .listSessions({ ...days(14), limit })
            .toArray();
          expect(new Set(idsOf(listed)).size).toBe(listed.length);
          const expected = rows
            .filter(({ id }) => staying.has(id))
            .sort((a, b) => b.startedAt - a.startedAt || (a.id < b.id ? -1 : 1));
          expect(idsOf(listed).filter((id) => staying.has(id))).toEqual(expected.map(({ id }) => id));
        },
      ),
      { numRuns: 300 },
    );
  });

  test("make it read again what moved up, and no more", async () => {
    const rows = rowsAt(...Array.from({ length: 10 }, (_, index) => start - (index + 1) * 1000));
    const service = xoService(rows, { beforeRequest: (number) => number === 2 && rows.splice(0, 3) });
    const listed = await clientOf(service.fetch)
      .listSessions({ ...days(1), limit: 4 })
      .toArray();
    expect(listed).toHaveLength(10);
    expect(service.asked.map(({ skip }) => skip)).toEqual([0, 4, 8, 5]);
  });
});

test("a service that contradicts itself is read to its end all the same", async () => {
  let asked = 0;
  const rows = rowsAt(...Array.from({ length: 20 }, (_, index) => start - (index + 1) * 1000)).map(toWire);
  const client = clientOf(async (_, init) => {
    const { skip, limit } = JSON.parse(String(init?.body)) as { skip: number; limit: number };
    const sessions = rows.slice(skip, skip + limit);
    return Response.json({ total: 20 - (asked++ % 2), moreAvailable: skip + sessions.length < 20, sessions });
  });
  expect(await client.listSessions({ ...days(1), limit: 1 }).toArray()).toHaveLength(20);
  expect(asked).toBeLessThan(3000);
});

describe("a range", () => {
  test("is asked for in windows, latest first, each page once", async () => {
    const rows = rowsAt(...Array.from({ length: 250 }, (_, index) => start - 1 - index * 60_000));
    const service = xoService(rows);
    expect(await clientOf(service.fetch).listSessions(days(13)).toArray()).toHaveLength(250);
    expect(service.asked.map(({ dateTo, skip }) => [(start - Date.parse(dateTo)) / dayMs, skip])).toEqual([
      [0, 0],
      [0, 100],
      [0, 200],
      [6, 0],
      [12, 0],
    ]);
  });

  test("is cut at its nanoseconds, however finely the service tells when a session began", async () => {
    const at = (nanoseconds: number): string => `2026-06-01T00:00:00.5${String(nanoseconds).padStart(8, "0")}Z`;
    const rowsOf = (starts: readonly number[]): object[] =>
      starts.map((nanoseconds) => ({ sessionId: String(nanoseconds), start_time: at(nanoseconds) }));
    // Whole milliseconds, their neighbours, and anything between: in all, two milliseconds.
    const instant = fc.oneof(fc.constantFrom(0, 1, 999_999, 1_000_000, 1_000_001, 2_000_000), fc.nat(2_000_000));
    await fc.assert(
      fc.asyncProperty(instant, instant, fc.uniqueArray(instant), async (one, other, starts) => {
        fc.pre(one !== other);
        const [since, until] = [Math.min(one, other), Math.max(one, other)];
        const { fetch, asked } = answers({ total: starts.length, moreAvailable: false, sessions: rowsOf(starts) });
        const listed = await clientOf(fetch)
          .listSessions({ since: at(since), until: at(until) })
          .toArray();
        expect(idsOf(listed)).toEqual(starts.filter((start) => start >= since && start < until).map(String));
        const [{ dateFrom, dateTo } = { dateFrom: "", dateTo: "" }] = asked;
        expect([dateFrom < at(since), dateTo.replace("Z", "000000Z") >= at(until)]).toEqual([true, true]);
      }),
    );
  });

  test("that names no bot is asked of the account", async () => {
    const urls: string[] = [];
    const { fetch } = xoService([]);
    const client = clientOf((url, init) => {
      urls.push(new URL(String(url)).pathname);
      return fetch(url, init);
    });
    await client.listSessions({ since: new Date(start - 1) }).toArray();
    await client.listSessions(days(1)).toArray();
    expect(urls).toEqual(["/api/public/getSessions", "/api/public/bot/st-1/getSessions"]);
  });
});

describe("an answer", () => {
  const [row] = rowsAt(start - 1000).map(toWire);

  test.each(["True", "true", true])("may spell its flag %o", async (moreAvailable) => {
    const { fetch } = answers(
      { total: 2, moreAvailable, sessions: [row] },
      { total: 2, moreAvailable: false, sessions: [{ ...row, sessionId: "s001" }] },
    );
    expect(idsOf(await clientOf(fetch).listSessions(days(1)).toArray())).toEqual(["s000", "s001"]);
  });

  test("that promises more than its total ends with its rows", async () => {
    const { fetch, asked } = answers(
      { total: 1, moreAvailable: true, sessions: [row] },
      { total: 1, moreAvailable: true, sessions: [] },
    );
    expect(await clientOf(fetch).listSessions(days(1)).toArray()).toHaveLength(1);
    expect(asked).toHaveLength(2);
  });

  test("that promises rows and sends none is an error, not an end", async () => {
    const { fetch } = answers(
      { total: 2, moreAvailable: true, sessions: [row] },
      { total: 2, moreAvailable: true, sessions: [] },
    );
    const client = clientOf(fetch);
    const error = await client
      .listSessions(days(1))
      .toArray()
      .catch((thrown: unknown) => thrown);
    expect(isPaginationError(error) && error.reason).toBe("no-progress");
    expect(client.listSessions.isError(error)).toBe(true);
  });

  test("with a session whose start cannot be read keeps it", async () => {
    const { fetch } = answers({ total: 1, moreAvailable: false, sessions: [{ ...row, start_time: "yesterday" }] });
    expect(await clientOf(fetch).listSessions(days(1)).toArray()).toHaveLength(1);
  });

  test("that refuses is an error of the listing, whichever operation it called", async () => {
    const client = clientOf(async () => Response.json({ errors: [{ msg: "no" }] }, { status: 403 }));
    for (const input of [days(1), { since: new Date(start - 1) }]) {
      const error = await client.listSessions.page(input).catch((thrown: unknown) => thrown);
      expect(client.listSessions.isError(error) && error.name).toBe("Forbidden");
    }
  });
});

describe("a resume token", () => {
  const token = (position: unknown): string =>
    Buffer.from(JSON.stringify({ ...fields, p: position })).toString("base64url");
  let fields: object = {};

  test.each([
    undefined,
    null,
    "",
    7,
    {},
    { to: "x", skip: 0, total: 0 },
    { to: 1e300, skip: 0, total: 0 },
    { to: start, skip: -1, total: 0 },
    { to: start - 9 * dayMs, skip: 0, total: 0 },
  ])("whose position was mangled is refused before anything is sent: %o", async (position) => {
    const rows = rowsAt(start - 1, start - 7 * dayMs);
    const first = await clientOf(xoService(rows).fetch).listSessions.page(days(8));
    fields = JSON.parse(Buffer.from(first.next ?? "", "base64url").toString()) as object;
    const { fetch, asked } = xoService(rows);
    const page = clientOf(fetch).listSessions.page(days(8), { resume: token(position) });
    const error = await page.catch((thrown: unknown) => thrown);
    expect(isConfigurationError(error) && error).toMatchObject({ field: "resume", outcome: "notSent" });
    expect(asked).toEqual([]);
  });
});
