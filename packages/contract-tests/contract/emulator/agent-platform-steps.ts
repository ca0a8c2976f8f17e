import fc from "fast-check";
import { expect } from "vitest";
import { badRequests, step, wait, type Real } from "./real.ts";

interface Session {
  readonly id: string;
  readonly reference: string | null;
  readonly user: string;
  readonly createdAt: number;
}

/** The sessions of an environment, latest first. */
export interface AgentPlatformModel {
  sessions: Session[];
}

type Step = fc.AsyncCommand<AgentPlatformModel, Real>;

/** Whom a request names. A session is named by its place in the model. */
interface Names {
  readonly session?: number | undefined;
  readonly reference?: string | undefined;
  readonly user?: string | undefined;
}

const create = ({ session, reference, user }: Names): Step =>
  step(`create ${JSON.stringify({ session, reference, user })}`, async (model, real) => {
    const id = session === undefined ? undefined : (model.sessions[session]?.id ?? "s-none");
    const named = { sessionId: id, sessionReference: reference, userReference: user };
    const sessionIdentity = Object.entries(named).flatMap(([type, value]) =>
      value === undefined ? [] : [{ type, value }],
    );
    const { status, body } = await real.send("createAppSession", { body: { sessionIdentity } });
    const byReference = model.sessions.find((known) => reference !== undefined && known.reference === reference);
    const found = model.sessions.find((known) => known.id === id) ?? byReference;
    if (sessionIdentity.length === 0) expect(status).toBe(400);
    else if (found !== undefined && user !== undefined && found.user !== user) expect(status).toBe(409);
    else if (found === undefined && reference === undefined && user === undefined) expect(status).toBe(404);
    else {
      const given = body["session"] as { readonly sessionId: string };
      const added = {
        id: given.sessionId,
        reference: reference ?? null,
        user: user ?? reference ?? "",
        createdAt: real.clock.now(),
      };
      expect([status, found?.id ?? added.id]).toEqual([200, given.sessionId]);
      expect(given).toMatchObject({
        sessionReference: (found ?? added).reference,
        userReference: (found ?? added).user,
        createdAt: new Date((found ?? added).createdAt).toISOString(),
      });
      if (found === undefined) {
        expect(model.sessions.map((known) => known.id)).not.toContain(added.id);
        model.sessions.unshift(added);
      }
    }
    real.agree("createAppSession");
  });

interface Filter {
  readonly session?: number | undefined;
  readonly user?: string | undefined;
  readonly from?: number | undefined;
}

const list = ({ session, user, from }: Filter): Step =>
  step(`list ${JSON.stringify({ session, user, from })}`, async (model, real) => {
    const id = session === undefined ? undefined : (model.sessions[session]?.id ?? "s-none");
    const now = real.clock.now();
    const range = from === undefined ? undefined : { start: now - from, end: now };
    const date = range && { start: new Date(range.start).toISOString(), end: new Date(range.end).toISOString() };
    const wanted = model.sessions.filter(
      (known) =>
        (id === undefined || known.id === id) &&
        (user === undefined || known.user === user) &&
        // The end does not belong to the range.
        (range === undefined || (known.createdAt >= range.start && known.createdAt < range.end)),
    );
    const listed: string[] = [];
    for (let more = true; more;) {
      const filter = { sessionId: id, userReference: user, date, offset: listed.length };
      const { status, body } = await real.send("listAppSessions", { body: filter });
      expect(status).toBe(200);
      const { sessions, pagination } = body as unknown as {
        readonly sessions: readonly { readonly sessionId: string }[];
        readonly pagination: { readonly totalCount: number; readonly hasMore: boolean };
      };
      listed.push(...sessions.map(({ sessionId }) => sessionId));
      expect(pagination).toMatchObject({ totalCount: wanted.length, hasMore: listed.length < wanted.length });
      more = pagination.hasMore;
    }
    expect(listed).toEqual(wanted.map((known) => known.id));
    real.agree("listAppSessions");
  });

const listElsewhere: Step = step("list another environment", async (_, real) => {
  const { otherEnvName: envName } = real.emulator.credentials.agentPlatform;
  const { status, body } = await real.send("listAppSessions", { path: { envName } });
  expect([status, body["sessions"]]).toEqual([200, []]);
  real.agree("listAppSessions");
});

const user = fc.constantFrom("usr_1", "usr_2");
const reference = fc.constantFrom("ref_1", "ref_2");

export const agentPlatformSteps: readonly fc.Arbitrary<Step>[] = [
  user.map((name) => create({ user: name })),
  fc.record({ session: fc.nat(9), reference, user }, { requiredKeys: [] }).map(create),
  fc.record({ session: fc.nat(9), user, from: fc.constantFrom(0, 1000, 60_000) }, { requiredKeys: [] }).map(list),
  fc.constant(listElsewhere),
  fc.constantFrom(1, 1000, 60_000).map((ms) => wait<AgentPlatformModel>(ms)),
  badRequests<AgentPlatformModel>(["createAppSession", "listAppSessions"]),
];
