import { createHmac } from "node:crypto";
import { isConfigurationError } from "@org/runtime";
import { describe, expect, test } from "vitest";
import { jwtSource, type ClientApp } from "../src/jwt.js";

const app = { clientId: "cs-1", clientSecret: "sécret with ünicode" };
const now = Date.UTC(2026, 0, 1, 0, 0, 0, 789);

async function mint(options: ClientApp): Promise<{ token: string; expiresAt: number | undefined; claims: object }> {
  const { token, expiresAt } = await jwtSource(options)({ now: () => now });
  return { token, expiresAt, claims: JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) };
}

describe("a minted token", () => {
  test("is signed with HS256 and the client secret", async () => {
    const { token } = await mint(app);
    const [header = "", payload = "", signature = ""] = token.split(".");
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual({ alg: "HS256", typ: "JWT" });
    expect(signature).toBe(createHmac("sha256", app.clientSecret).update(`${header}.${payload}`).digest("base64url"));
  });

  test("claims the client id, when it was issued and when it ends, in whole seconds", async () => {
    const { claims, expiresAt } = await mint(app);
    const issued = Math.floor(now / 1000);
    expect(claims).toEqual({
      sub: "cs-1",
      appId: "cs-1",
      iat: issued,
      exp: issued + 300,
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(expiresAt).toBe((issued + 300) * 1000);
  });

  test("never has the jti of another one", async () => {
    const source = jwtSource(app);
    const tokens = await Promise.all(Array.from({ length: 200 }, () => source({ now: () => now })));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(200);
  });

  test("lives as long as it was told to", async () => {
    const { claims, expiresAt } = await mint({ ...app, ttlMs: 3_600_999 });
    expect(claims).toMatchObject({ exp: Math.floor(now / 1000) + 3600 });
    expect(expiresAt).toBe((Math.floor(now / 1000) + 3600) * 1000);
  });

  test("carries further claims, and others in place of its own", async () => {
    const { claims } = await mint({
      ...app,
      claims: { iss: "cs-1", aud: "https://idproxy.kore.ai/authorize", sub: "me" },
    });
    expect(claims).toMatchObject({ iss: "cs-1", aud: "https://idproxy.kore.ai/authorize", sub: "me", appId: "cs-1" });
  });

  test("survives text that is not Latin", async () => {
    expect((await mint({ ...app, claims: { name: "製品 🚀" } })).claims).toMatchObject({ name: "製品 🚀" });
  });
});

describe("an app without what it needs is refused", () => {
  test.each([
    ["auth.clientId", { ...app, clientId: "" }],
    ["auth.clientId", { ...app, clientId: undefined }],
    ["auth.clientSecret", { ...app, clientSecret: "   " }],
    ["auth.clientSecret", { clientId: "cs-1" }],
    ["auth.ttlMs", { ...app, ttlMs: 59_999 }],
    ["auth.ttlMs", { ...app, ttlMs: Number.NaN }],
  ])("%s: %o", (field, options) => {
    let thrown: unknown;
    try {
      jwtSource(options as ClientApp);
    } catch (error) {
      thrown = error;
    }
    expect(isConfigurationError(thrown) && thrown.field).toBe(field);
    expect(JSON.stringify(thrown)).not.toContain(app.clientSecret);
  });
});
