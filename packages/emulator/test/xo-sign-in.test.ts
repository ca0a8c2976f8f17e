import { describe, expect, it } from "vitest";
import { signJwt } from "./support/sign-jwt.js";
import { START } from "./support/started-emulator.js";
import { startXo } from "./support/xo-client.js";

const { xo } = startXo().emulator.credentials;
const { clientId, clientSecret } = xo;
const NOW_SECONDS = Date.parse(START) / 1000;

describe("an XO token", () => {
  it.each([
    ["appId", { sub: "1234567890", appId: clientId }],
    ["iss", { iss: clientId, sub: xo.botId, aud: "https://bots.kore.ai", exp: Math.floor(NOW_SECONDS) + 3600 }],
  ])("is accepted with the client id as %s", async (_, claims) => {
    expect((await startXo().getSessions({}, { auth: signJwt(claims, clientSecret) })).status).toBe(200);
  });

  it.each([
    ["no header", ""],
    ["no token", "nonsense"],
    ["parts that are not base64url", "a.b+c.d"],
    ["parts that are not JSON", "YQ.YQ.YQ"],
    ["Bearer before it", `Bearer ${xo.token}`],
    ["a foreign signature", signJwt({ appId: clientId }, "another secret")],
    [
      "changed claims",
      xo.token.replace(/\.[^.]+\./, `.${Buffer.from(`{"appId":"${clientId}","sub":"2"}`).toString("base64url")}.`),
    ],
    ["an unknown client", signJwt({ appId: "cs-unknown" }, clientSecret)],
    ["no client", signJwt({ sub: "1" }, clientSecret)],
    ["another algorithm", signJwt({ appId: clientId }, clientSecret, { alg: "HS512" })],
    ["no algorithm", signJwt({ appId: clientId }, clientSecret, { alg: "none" })],
    ["an exp of the wrong type", signJwt({ appId: clientId, exp: "tomorrow" }, clientSecret)],
  ])("is refused with 401, code 4002 and the reason in a header: %s", async (_, auth) => {
    const answer = await startXo().getSessions({}, { auth });
    expect([answer.status, answer.body]).toEqual([401, { errors: [{ msg: "Invalid SDK credentials", code: 4002 }] }]);
    expect(answer.headers.get("response-error-description")).toMatch(/^Invalid SDK credentials: ./);
  });

  it("expires at its exp, by the clock", async () => {
    const { getSessions, clock } = startXo();
    const auth = signJwt({ appId: clientId, exp: NOW_SECONDS + 60 }, clientSecret);
    clock.advance(59_999);
    expect((await getSessions({}, { auth })).status).toBe(200);
    clock.advance(1);
    expect((await getSessions({}, { auth })).status).toBe(401);
  });

  it("needs a fresh jti when the option says so", async () => {
    const { getSessions } = startXo({ xo: { enforceJti: true } });
    const sign = (jti?: string) => signJwt({ appId: clientId, jti }, clientSecret);
    expect((await getSessions({}, { auth: sign() })).status).toBe(401);
    expect((await getSessions({}, { auth: sign("a") })).status).toBe(200);
    expect((await getSessions({}, { auth: sign("a") })).status).toBe(401);
    expect((await getSessions({}, { auth: sign("b") })).status).toBe(200);
  });
});

describe("an XO client app", () => {
  const accountApp = { auth: xo.accountToken };
  const otherBotApp = { auth: signJwt({ appId: xo.otherBotClientId }, xo.otherBotClientSecret) };

  it("of a bot opens that bot's path and no other", async () => {
    const { getSessions } = startXo();
    expect((await getSessions({}, { botId: xo.otherBotId, ...otherBotApp })).status).toBe(200);
    expect((await getSessions({}, { botId: xo.botId, ...otherBotApp })).status).toBe(403);
    expect((await getSessions({}, { botId: null, ...otherBotApp })).status).toBe(403);
  });

  it("of an account opens the account-wide path, and those of its bots only when the option says so", async () => {
    expect((await startXo().getSessions({}, { botId: null, ...accountApp })).status).toBe(200);
    expect((await startXo().getSessions({}, accountApp)).status).toBe(403);
    const { getSessions } = startXo({ xo: { accountAppsOnBotPaths: "allowed" } });
    expect((await getSessions({}, accountApp)).status).toBe(200);
    expect((await getSessions({}, { ...accountApp, botId: xo.foreignBotId })).status).toBe(403);
  });

  it("without the scope opens nothing", async () => {
    const auth = signJwt({ appId: xo.unscopedClientId }, xo.unscopedClientSecret);
    expect((await startXo().getSessions({}, { auth })).status).toBe(403);
  });

  it("learns that a bot does not exist", async () => {
    const answer = await startXo().getSessions({}, { botId: "st-unknown", auth: xo.token });
    expect([answer.status, answer.body]).toEqual([404, { errors: [{ msg: "Bot not found" }] }]);
  });

  it("of an account sees the sessions of its own bots and of no others", async () => {
    const { getSessions, emulator } = startXo();
    const auth = signJwt({ appId: xo.foreignAccountClientId }, xo.foreignAccountClientSecret);
    const botsOf = async (call: { auth?: string }) => {
      const { body } = await getSessions({}, { botId: null, ...call });
      return new Set(body.sessions.map(({ botId }: { botId: string }) => botId));
    };
    expect(await botsOf({ auth })).toEqual(new Set([xo.foreignBotId]));
    expect(await botsOf({})).not.toContain(xo.foreignBotId);
    expect((await botsOf({})).size).toBe(3);
    expect(new Set(emulator.sessions("xo").map(({ place }) => place)).size).toBe(4);
  });
});

describe("the rate limits of XO", () => {
  it("are 60 requests in any minute, for each bot", async () => {
    const { getSessions, clock } = startXo({ seed: "none" });
    for (let count = 0; count < 60; count += 1) {
      expect((await getSessions()).status).toBe(200);
      clock.advance(100);
    }
    const answer = await getSessions();
    expect([answer.status, answer.body]).toEqual([
      429,
      { errors: [{ msg: "API rate limit reached. Please try again later" }] },
    ]);
    expect(answer.headers.has("retry-after")).toBe(false);
    const otherBot = { botId: xo.otherBotId, auth: signJwt({ appId: xo.otherBotClientId }, xo.otherBotClientSecret) };
    expect((await getSessions({}, otherBot)).status).toBe(200);
    expect((await getSessions({}, { botId: null })).status).toBe(200);
    // The window rolls: one request leaves it every 100 ms.
    clock.advance(54_000);
    expect((await getSessions()).status).toBe(200);
    expect((await getSessions()).status).toBe(429);
  });

  it("are 1,800 requests in any hour, even when the minute has room", async () => {
    const { getSessions, clock } = startXo({ seed: "none" });
    for (let count = 0; count < 1800; count += 1) {
      await getSessions();
      clock.advance(1001);
    }
    expect((await getSessions()).status).toBe(429);
    clock.advance(3_600_000 - 1800 * 1001 - 1);
    expect((await getSessions()).status).toBe(429);
    clock.advance(1);
    expect((await getSessions()).status).toBe(200);
  });

  it("count for the account on the account-wide path", async () => {
    const { getSessions } = startXo({ xo: { requestsPerMinute: 1 } });
    expect((await getSessions({}, { botId: null })).status).toBe(200);
    expect((await getSessions({}, { botId: null })).status).toBe(429);
  });

  it("do not count requests that are refused", async () => {
    const { getSessions } = startXo({ xo: { requestsPerMinute: 1 } });
    await getSessions({}, { auth: "nonsense" });
    await getSessions({ nonsense: 1 });
    expect((await getSessions()).status).toBe(200);
  });

  it("tell when to come back when the option says so", async () => {
    const { getSessions, clock } = startXo({ xo: { requestsPerMinute: 1, retryAfter: true } });
    await getSessions();
    clock.advance(400);
    expect((await getSessions()).headers.get("retry-after")).toBe("60");
  });
});
