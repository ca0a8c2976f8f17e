import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const BIN = fileURLToPath(new URL("../bin/emulator.mjs", import.meta.url));

async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const child = promisify(execFile)(process.execPath, [BIN, ...args]);
  return child.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

/** Starts the command, and reads what it prints up to the point where it serves. */
async function start(...args: string[]): Promise<{ child: ChildProcess; lines: readonly string[] }> {
  const child = spawn(process.execPath, [BIN, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    printed += chunk as string;
    if (printed.includes("Ctrl+C")) break;
  }
  return { child, lines: printed.split("\n").filter((line) => line.startsWith("  curl ")) };
}

describe("sessions-emulator", () => {
  it("prints addresses, credentials and a curl line for each API that works when pasted, and stops on SIGINT", async () => {
    const { child, lines } = await start("--port", "0", "--seed", "samples");
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      const { stdout } = await promisify(execFile)("sh", ["-c", line.replace("curl", "curl -sS --fail")]);
      expect(JSON.parse(stdout)).toEqual(expect.objectContaining({}));
    }
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("takes faults from other processes when told so, and prints how", async () => {
    const { child, lines } = await start("--port", "0", "--seed", "none", "--control");
    const curl = async (line: string): Promise<string> =>
      (await promisify(execFile)("sh", ["-c", line.replace("curl", "curl -sS -w '%{http_code}'")])).stdout;
    expect(lines).toHaveLength(5);
    expect(await curl(lines[0]!)).toMatch(/200$/);
    expect(await curl(lines[3]!)).toMatch(/201$/);
    expect(await curl(lines[4]!)).toBe("204");
    child.kill("SIGINT");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("explains itself", async () => {
    const { code, stdout } = await run("--help");
    expect(code).toBe(0);
    for (const flag of ["--port", "--host", "--seed", "--control"]) expect(stdout).toContain(flag);
  });

  it.each([
    ["an unknown flag", ["--prot", "1"], "--prot"],
    ["a port that is no number", ["--port", "http"], '"http"'],
    ["a port that is too high", ["--port", "70000"], '"70000"'],
    ["an unknown seed", ["--seed", "all"], "none or samples or full"],
    ["a word that is no flag", ["4010"], "4010"],
    ["a host of another machine", ["--host", "192.0.2.1"], "--host"],
  ])("refuses %s with exit code 2 and says what would be right", async (_, args, text) => {
    const { code, stderr } = await run(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(text);
    expect(stderr).not.toContain("    at ");
  });

  it("says that a port is in use", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await run("--port", String(port));
    server.close();
    expect(code).toBe(2);
    expect(stderr).toContain(`Port ${port} of 127.0.0.1 is in use`);
  });
});
