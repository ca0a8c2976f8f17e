import { describe, expect, test } from "vitest";
import { createKoreXo } from "../src/index.js";

const auth = { clientId: "cs-1", clientSecret: "canary-secret" };
const empty = { total: 0, moreAvailable: false, sessions: [] };

function serving(respond: () => Response): {
  fetch: (input: string | Request, init?: RequestInit) => Promise<Response>;
  tokens: string[];
} {
  const tokens: string[] = [];
  const fetch = async (_: string | Request, init?: RequestInit): Promise<Response> => {
    tokens.push(new Headers(init?.headers).get("auth") ?? "");
    return respond();
  };
  return { fetch, tokens };
}

describe("a token", () => {
  test("serves several requests", async () => {
    const { fetch, tokens } = serving(() => Response.json(empty));
    const client = createKoreXo({ auth, fetch });
    for (let i = 0; i < 3; i++) await client.getBotSessions.page({ botId: "st-1" });
    expect(new Set(tokens).size).toBe(1);
  });

  test("serves one request where the app enforces JTI, also of several at the same time", async () => {
    const { fetch, tokens } = serving(() => Response.json(empty));
    const client = createKoreXo({ auth: { ...auth, singleUse: true }, fetch });
    await Promise.all([1, 2, 3].map(() => client.getBotSessions.page({ botId: "st-1" })));
    expect(new Set(tokens).size).toBe(3);
  });

  test("that is not accepted leads to a message that says what to check, without the secret", async () => {
    const { fetch, tokens } = serving(() =>
      Response.json({ errors: [{ msg: "Invalid SDK credentials", code: 4002 }] }, { status: 401 }),
    );
    const error = await createKoreXo({ auth, fetch })
      .getBotSessions.page({ botId: "st-1" })
      .catch((thrown: unknown) => thrown as Error);
    expect(String(error)).toMatch(/Invalid SDK credentials \(code 4002\).*clock.*claims/s);
    expect(String(error)).not.toContain("canary-secret");
    expect(tokens).toHaveLength(2);
  });
});
