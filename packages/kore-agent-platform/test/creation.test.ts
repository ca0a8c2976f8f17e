import { describe, expect, test } from "vitest";
import { toCreation } from "../src/creation.js";
import { session } from "./support/scripted.js";

const profile = (isAuthorized: boolean, idpName = "Google"): object => ({
  url: `https://agent-platform.kore.ai/r/${idpName}`,
  idpName,
  isAuthorized,
  sso_type: "oauth2",
});
const redirect = (...profiles: object[]): object => ({ type: "IDP_Redirect", content: { auth_profiles: profiles } });
const welcome = { type: "Welcome_Event", content: { messageToUser: "Hello" } };
const sessionInfo = { sessionId: "s-2", status: "idle", userReference: "u-ref", attachments: [] };
const create = (raw: object): ReturnType<typeof toCreation> => toCreation(raw as Parameters<typeof toCreation>[0]);

describe("the answer to a create", () => {
  test.each([
    ["a plain session", { session }],
    ["a session with a welcome", { session, events: [welcome], output: [] }],
    ["a session without events", { session, events: [] }],
    ["a session with an event of a new kind", { session, events: [{ type: "Something_New" }] }],
    ["a session with addresses in another event", { session, events: [{ ...redirect(profile(false)), type: "News" }] }],
    ["a session whose user has authorized everything", { session, events: [redirect(profile(true))] }],
  ])("is ready: %s", (_, raw) => {
    expect(create(raw)).toEqual({ kind: "ready", session, pendingAuthorization: [], raw });
  });

  test("awaits authorization and lists what is still to be visited, over all events", () => {
    const [open, done, other] = [profile(false), profile(true, "GitHub"), profile(false, "Slack")];
    const raw = { messageId: "m", events: [welcome, redirect(open, done), redirect(other)], sessionInfo };
    expect(create(raw)).toEqual({
      kind: "authorizationPending",
      session: sessionInfo,
      pendingAuthorization: [open, other],
      raw,
    });
  });

  test("that has a session and something to visit says both", () => {
    const raw = { session, events: [redirect(profile(false))] };
    expect(create(raw)).toEqual({ kind: "ready", session, pendingAuthorization: [profile(false)], raw });
  });

  test.each([{ type: "IDP_Redirect" }, { type: "IDP_Redirect", content: {} }])(
    "survives an event that is not whole: %o",
    (event) => {
      expect(create({ events: [event], sessionInfo })).toMatchObject({
        kind: "authorizationPending",
        pendingAuthorization: [],
      });
    },
  );

  test("is kept as it came, the same object", () => {
    const raw = { session };
    expect(create(raw).raw).toBe(raw);
  });
});
