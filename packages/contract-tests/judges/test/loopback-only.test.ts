import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { run } from "../support/run.ts";

const guard = new URL("../support/loopback-only.mjs", import.meta.url).href;
const server = createServer((_, response) => response.end("here"));
let port = 0;
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());

const guarded = (program: string) =>
  run(process.execPath, ["--import", guard, "--input-type=module", "--eval", program], {
    cwd: import.meta.dirname,
    env: { PATH: process.env["PATH"] },
    timeoutMs: 20_000,
  });

describe("a process that may not leave this machine", () => {
  test("reaches what is on it", async () => {
    const ran = await guarded(
      `for (const host of ["127.0.0.1", "localhost"]) console.log(await (await fetch("http://" + host + ":${port}")).text())`,
    );
    expect(ran).toMatchObject({ code: 0, stdout: "here\nhere\n", stderr: "" });
  });

  test.each([
    ["an address", `await fetch("http://192.0.2.1/")`],
    ["a name", `await fetch("https://example.com/")`],
    ["a look-up", `await (await import("node:dns/promises")).lookup("example.com")`],
    [
      "a socket",
      `await new Promise((_, no) => (s => s.on("error", no))(process.getBuiltinModule("net").connect(80, "192.0.2.1")))`,
    ],
  ])("cannot reach %s elsewhere, and says that it tried", async (_, attempt) => {
    const ran = await guarded(attempt);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain("LEFT THIS MACHINE");
  });
});
