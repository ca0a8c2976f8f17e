import fc from "fast-check";
import { expect } from "vitest";
import { badRequests, step, wait, type Change, type Real } from "./real.ts";

interface Session {
  readonly rid: string;
  readonly agentVersion: string;
}

/** What a user has begun with an agent, latest first. Sessions live for a day. */
export interface FoundryModel {
  sessions: { readonly wire: Session; readonly expiresAt: number }[];
}

type Step = fc.AsyncCommand<FoundryModel, Real>;

const dayMs = 86_400_000;
const alive = ({ sessions }: FoundryModel, { clock }: Real): readonly Session[] =>
  sessions.filter(({ expiresAt }) => expiresAt > clock.now()).map(({ wire }) => wire);

const create = (agentVersion: string | undefined): Step =>
  step(`create ${agentVersion}`, async (model, real) => {
    const { status, body } = await real.send("createSession", { body: { agentVersion } });
    expect(status).toBe(200);
    const wire = body as unknown as Session;
    // The latest that is published, where none is asked for.
    expect(wire.agentVersion).toBe(agentVersion ?? "2.0");
    expect(model.sessions.map(({ wire: { rid } }) => rid)).not.toContain(wire.rid);
    model.sessions.unshift({ wire, expiresAt: real.clock.now() + dayMs });
    real.agree("createSession");
  });

const createInVain = (agentVersion: string, wanted: number): Step =>
  step(`create ${agentVersion} in vain`, async (_, real) => {
    const { status } = await real.send("createSession", { body: { agentVersion } });
    expect(status).toBe(wanted);
    real.agree("createSession");
  });

const list = (pageSize: number | undefined): Step =>
  step(`list by ${pageSize}`, async (model, real) => {
    const listed: unknown[] = [];
    const query = { ...(pageSize !== undefined && { pageSize: String(pageSize) }) };
    for (let pageToken: string | undefined, first = true; first || pageToken !== undefined; first = false) {
      const next = { ...query, ...(pageToken !== undefined && { pageToken }) };
      const { status, body } = await real.send("listSessions", { query: next });
      expect(status).toBe(200);
      const { data, nextPageToken } = body as { readonly data: readonly unknown[]; readonly nextPageToken?: string };
      expect(data.length).toBeLessThanOrEqual(pageSize ?? 100);
      listed.push(...data);
      pageToken = nextPageToken;
    }
    expect(listed).toEqual(alive(model, real));
    real.agree("listSessions");
  });

/** Who asks, and for what: the sessions are the user's, a listing the client's, too. */
const asOthers = (who: "otherUserToken" | "otherClientToken"): Step =>
  step(`list and get by ${who}`, async (model, real) => {
    const headers = { authorization: `Bearer ${real.emulator.credentials.foundry[who]}` };
    expect((await real.send("listSessions", { headers })).body).toEqual({ data: [] });
    real.agree("listSessions");
    const [session] = alive(model, real);
    if (session === undefined) return;
    const { status } = await real.send("getSession", { headers, path: { sessionRid: session.rid } });
    expect(status).toBe(who === "otherUserToken" ? 404 : 200);
    real.agree("getSession");
  });

const get = (index: number): Step =>
  step(`get ${index}`, async (model, real) => {
    const known = model.sessions[index];
    const sessionRid = known?.wire.rid ?? "ri.aip-agents..session.none";
    const { status, body } = await real.send("getSession", { path: { sessionRid } });
    if (known !== undefined && alive(model, real).includes(known.wire))
      expect([status, body]).toEqual([200, known.wire]);
    else expect([status, body]).toMatchObject([404, { errorName: "SessionNotFound", parameters: { sessionRid } }]);
    real.agree("getSession");
  });

const getElsewhere: Step = step("get from another agent", async (model, real) => {
  const [session] = alive(model, real);
  if (session === undefined) return;
  const path = { agentRid: real.emulator.credentials.foundry.otherAgentRid, sessionRid: session.rid };
  expect(await real.send("getSession", { path })).toMatchObject({
    status: 404,
    body: { errorName: "SessionNotFound" },
  });
  real.agree("getSession");
});

const strangeToken = (pageToken: string): Step =>
  step(`list from ${pageToken}`, async (_, real) => {
    const change: Change = { query: { pageToken } };
    const { status } = await real.send("listSessions", change);
    expect(status).toBe(400);
    real.agree("listSessions");
  });

export const foundrySteps: readonly fc.Arbitrary<Step>[] = [
  fc.option(fc.constantFrom("1.0", "1.1", "2.0", "2.1"), { nil: undefined }).map(create),
  fc.constantFrom(createInVain("9.9", 404), createInVain("latest", 400), createInVain("", 400)),
  fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }).map(list),
  fc.constantFrom(asOthers("otherUserToken"), asOthers("otherClientToken"), getElsewhere),
  fc.nat(8).map(get),
  fc.string().map(strangeToken),
  // Past the moment in which a session ends: its stamp is finer than the clock.
  fc.constantFrom(1, 1000, dayMs / 2 + 1, dayMs + 1).map((ms) => wait<FoundryModel>(ms)),
  badRequests<FoundryModel>(["createSession", "listSessions", "getSession"]),
];
