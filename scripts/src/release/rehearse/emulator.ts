import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

export interface ServedEmulator {
  readonly url: string;
  /** As JSON. */
  readonly credentials: string;
  stop(): Promise<void>;
}

/** Starts the emulator that is installed in a project, by the command that its package brings. */
export async function startEmulator(folder: string, packageName: string): Promise<ServedEmulator> {
  const command = join(folder, "node_modules/.bin/sessions-emulator");
  const server = spawn(process.execPath, [command, "--port", "0"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  const url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    server.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
      if (found !== undefined) resolve(found);
    });
    server.once("exit", () => reject(new Error(`the emulator ended before it listened:\n${printed}`)));
  });
  // They are the same in every emulator with the same seed.
  const program = `import { createEmulator } from "${packageName}"; console.log(JSON.stringify(createEmulator().credentials));`;
  const credentials = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: folder,
    encoding: "utf8",
  });
  return {
    url,
    credentials,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}
