import { fork } from "node:child_process";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

/** What a program reported, printed and came to. */
export interface Ran<Message> {
  readonly message: Message;
  readonly stdout: string;
  readonly stderr: string;
  /** `null`: it did not end by itself and was killed. */
  readonly code: number | null;
}

/**
 * Runs a program of this folder by Node, in a process of its own in which a rejection that nobody handles is fatal. It
 * sends one message, and must end by itself: a timer or a socket that is left would keep it alive.
 */
export async function runProgram<Message>(
  program: string,
  {
    nodeOptions = [],
    timeoutMs = 180_000,
  }: { readonly nodeOptions?: readonly string[]; readonly timeoutMs?: number } = {},
): Promise<Ran<Message>> {
  const child = fork(fileURLToPath(new URL(`../${program}`, import.meta.url)), [], {
    execArgv: ["--unhandled-rejections=strict", ...nodeOptions],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    timeout: timeoutMs,
    killSignal: "SIGKILL",
  });
  let message: Message | undefined;
  child.once("message", (received) => (message = received as Message));
  const exited = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const [code, stdout, stderr] = await Promise.all([exited, text(child.stdout!), text(child.stderr!)]);
  if (message === undefined) throw new Error(`${program} ended with code ${code} and without a message: ${stderr}`);
  return { message, stdout, stderr, code };
}
