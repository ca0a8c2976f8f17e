import type { HeldSession } from "@org/emulator";
import fc from "fast-check";
import { expect } from "vitest";
import { badRequests, step, wait, type Real } from "./real.ts";

/** All sessions there are: nobody can create any. */
export interface XoModel {
  readonly sessions: readonly (HeldSession & { readonly wire: Readonly<Record<string, unknown>> })[];
}

type Step = fc.AsyncCommand<XoModel, Real>;

const operations = ["getBotSessions", "getAccountSessions"] as const;
type Operation = (typeof operations)[number];

interface Answer {
  readonly total: number;
  readonly moreAvailable: boolean;
  readonly sessions: readonly { readonly sessionId: string }[];
  readonly invalidSessions?: readonly string[];
}

/** Those that the operation can see, latest first. */
function visible({ sessions }: XoModel, operation: Operation, { emulator }: Real): XoModel["sessions"] {
  const { botId, foreignBotId } = emulator.credentials.xo;
  return sessions
    .filter(({ place }) => (operation === "getBotSessions" ? place === botId : place !== foreignBotId))
    .sort((one, other) => other.startedAt - one.startedAt || (one.id < other.id ? -1 : 1));
}

interface Filter {
  readonly daysAgo: number;
  readonly lengthMs: number;
  readonly limit: number;
  readonly sessionType?: string | undefined;
  readonly containmentType?: string | undefined;
}

const list = (operation: Operation, filter: Filter): Step =>
  step(`${operation} ${JSON.stringify(filter)}`, async (model, real) => {
    const { daysAgo, lengthMs, limit, sessionType, containmentType } = filter;
    const to = real.clock.now() - daysAgo * 86_400_000;
    const from = to - lengthMs;
    const wanted = visible(model, operation, real).filter(
      ({ startedAt, wire }) =>
        startedAt >= from &&
        startedAt <= to &&
        (sessionType === undefined || wire["sessionType"] === sessionType) &&
        (containmentType === undefined || wire["containmentType"] === containmentType),
    );
    const listed: unknown[] = [];
    for (let more = true; more;) {
      const dates = { dateFrom: new Date(from).toISOString(), dateTo: new Date(to).toISOString() };
      const { status, body } = await real.send(operation, {
        query: { ...(containmentType !== undefined && { containmentType }) },
        body: { ...dates, limit, skip: listed.length, sessionType },
      });
      expect(status).toBe(200);
      const { total, moreAvailable, sessions } = body as unknown as Answer;
      expect(sessions.length).toBeLessThanOrEqual(limit);
      listed.push(...sessions);
      expect([total, moreAvailable]).toEqual([wanted.length, listed.length < wanted.length]);
      more = moreAvailable;
    }
    expect(listed).toEqual(wanted.map(({ wire }) => wire));
    real.agree(operation);
  });

const lookUp = (operation: Operation, indices: readonly number[], strangers: readonly string[]): Step =>
  step(`look up ${indices.join()} ${strangers.join()} by ${operation}`, async (model, real) => {
    const known = visible(model, operation, real);
    const found = known.filter((_, index) => indices.includes(index));
    const sessionId = [...strangers, ...found.map(({ id }) => id)];
    const { status, body } = await real.send(operation, { body: { sessionId } });
    expect(status).toBe(200);
    const { sessions, invalidSessions } = body as unknown as Answer;
    expect(sessions.map((session) => session.sessionId)).toEqual(found.map(({ id }) => id));
    expect(invalidSessions).toEqual([...new Set(strangers)]);
    real.agree(operation);
  });

const tooLong = (operation: Operation): Step =>
  step(`${operation} of 7 days`, async (_, real) => {
    const body = { dateFrom: "2026-11-01", dateTo: "2026-11-08" };
    expect((await real.send(operation, { body })).status).toBe(400);
    real.agree(operation);
  });

const operation = fc.constantFrom(...operations);
const filter = fc.record(
  {
    daysAgo: fc.nat(30),
    lengthMs: fc.integer({ min: 0, max: 7 * 86_400_000 - 1 }),
    limit: fc.integer({ min: 20, max: 100 }),
    sessionType: fc.constantFrom("interactive", "non-interactive"),
    containmentType: fc.constantFrom("dropOff", "selfService", "agent"),
  },
  { requiredKeys: ["daysAgo", "lengthMs", "limit"] },
);

export const xoSteps: readonly fc.Arbitrary<Step>[] = [
  fc.tuple(operation, filter).map(([id, given]) => list(id, given)),
  fc
    .tuple(
      operation,
      fc.array(fc.nat(900), { maxLength: 20 }),
      fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 5 }),
    )
    .map(([id, indices, strangers]) => lookUp(id, indices, strangers)),
  operation.map(tooLong),
  fc.constantFrom(1, 1000, 86_400_000).map((ms) => wait<XoModel>(ms)),
  badRequests<XoModel>(operations),
];
