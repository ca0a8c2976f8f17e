#!/usr/bin/env node
import { parseArgs } from "node:util";
import { createEmulator, greeting, serve } from "../dist/node.js";

const USAGE = `Usage: sessions-emulator [options]

Serves the session APIs of Palantir Foundry AIP Agents, Kore.ai Agent Platform and Kore.ai XO from memory.

Options:
  --port <number>  default 4010; 0 takes any free port
  --host <name>    default 127.0.0.1
  --seed <name>    sessions to start with: none, samples (those of the vendors' pages) or full; default full
  --control        let other processes set faults, by requests to /__emulator/faults
  -h, --help       show this text`;

const SEEDS = ["none", "samples", "full"];

/** Something that the person at the keyboard can put right. */
class UserError extends Error {}

try {
  // Some package managers hand on the "--" that sets their own options apart.
  await main(process.argv.slice(process.argv[2] === "--" ? 3 : 2));
} catch (error) {
  console.error(error instanceof UserError ? error.message : error);
  process.exitCode = error instanceof UserError ? 2 : 1;
}

async function main(args) {
  const { port, host, seed, control, help } = readOptions(args);
  if (help) {
    console.log(USAGE);
    return;
  }
  const emulator = createEmulator({ seed });
  const served = await serve({ port, host, emulator, control }).catch((error) => {
    throw new UserError(explain(error, { port, host }));
  });
  console.log(greeting(served.url, emulator));
  if (control) console.log(controlLines(served.url));
  console.log("Stop it with Ctrl+C.");
  const stop = () => void served.close();
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

function controlLines(url) {
  const rule = JSON.stringify({ operation: "createSession", times: 1, fault: { kind: "answer", status: 503 } });
  return `Faults
  curl -d '${rule}' '${url}/__emulator/faults'
  curl -X DELETE '${url}/__emulator/faults'
`;
}

function readOptions(args) {
  const values = parse(args);
  const port = Number(values.port);
  if (!/^\d{1,5}$/.test(values.port) || port > 65_535) {
    throw new UserError(`--port must be a number from 0 to 65535, not "${values.port}"\n\n${USAGE}`);
  }
  if (!SEEDS.includes(values.seed)) {
    throw new UserError(`--seed must be ${SEEDS.join(" or ")}, not "${values.seed}"\n\n${USAGE}`);
  }
  return { ...values, port };
}

function parse(args) {
  const options = {
    port: { type: "string", default: "4010" },
    host: { type: "string", default: "127.0.0.1" },
    seed: { type: "string", default: "full" },
    control: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  };
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    throw new UserError(`${error.message}\n\n${USAGE}`);
  }
}

function explain(error, { port, host }) {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} of ${host} is in use: name another one with --port`;
    case "EACCES":
      return `Port ${port} of ${host} may not be used: name one from 1024 on with --port`;
    case "ENOTFOUND":
    case "EADDRNOTAVAIL":
      return `${host} is not an address of this machine: name one with --host`;
    default:
      return `Cannot listen on ${host}, port ${port}: ${error.message}`;
  }
}
