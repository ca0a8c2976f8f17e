import { createEmulator, type Emulator } from "@org/emulator";
import { beforeEach, describe, expect, it } from "vitest";
import { prove } from "../src/proof.ts";
import { scenarios } from "../src/scenarios.ts";

// Does by hand what a program does, with one thing left out or made up at a time.
const scenario = scenarios["kore-xo"];

describe("the proof that a cell is live", () => {
  let emulator: Emulator;
  let said: string[];
  beforeEach(async () => {
    emulator = createEmulator();
    const first = await ask({ skip: 0, limit: 2 });
    const second = await ask({ skip: 2, limit: 2 });
    const found = await ask({ sessionId: first.slice(0, 1) });
    await ask({ dateFrom: "2020-01-01", dateTo: "2020-02-01" });
    said = [
      `listed ${first.join(" ")}`,
      `listed ${second.join(" ")}`,
      `got ${found.join(" ")}`,
      `refused ${scenario.refused}`,
    ];
  });

  async function ask(filter: object): Promise<string[]> {
    const { BASE_URL, TOKEN, BOT_ID } = scenario.environment("http://xo.invalid", emulator);
    const response = await emulator.fetch(`${BASE_URL}/api/public/bot/${BOT_ID}/getSessions`, {
      method: "POST",
      headers: { auth: TOKEN ?? "", "content-type": "application/json" },
      body: JSON.stringify(filter),
    });
    const { sessions = [] } = (await response.json()) as { sessions?: { sessionId: string }[] };
    return sessions.map(({ sessionId }) => sessionId);
  }

  const proved = () => prove(scenario, emulator, `${said.join("\n")}\n`);

  it("holds when the program and the emulator tell the same", () => {
    expect(proved).not.toThrow();
  });

  it("fails when nothing reached the emulator", () => {
    emulator = createEmulator();
    expect(proved).toThrow("the emulator saw nothing");
  });

  it("fails when a request was sent that the program should not send", async () => {
    await ask({});
    expect(proved).toThrow("the emulator saw");
  });

  it("fails when the program tells of a session that does not exist", () => {
    said[2] = "got 000000000000000000000000";
    expect(proved).toThrow("which the emulator does not hold");
  });

  it("fails when both pages are the same", () => {
    said[1] = said[0] ?? "";
    expect(proved).toThrow("both pages hold the same session");
  });

  it("fails when a page is missing", () => {
    said.splice(1, 1);
    expect(proved).toThrow("the program listed 2, not 2 and 2");
  });

  it("fails when the program got none, or another than it was to", () => {
    const other = said[1]?.split(" ")[1] ?? "";
    said[2] = "";
    expect(proved).toThrow("the program got 0, not 1");
    said[2] = `got ${emulator.sessions("xo").find(({ id }) => !said.join(" ").includes(id) && id !== other)?.id ?? ""}`;
    expect(proved).toThrow("the program got another session");
  });

  it("fails when the error was not understood", () => {
    said[3] = "refused undefined";
    expect(proved).toThrow('the program found "undefined" in the error');
  });
});
