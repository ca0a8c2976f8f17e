import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface Registry {
  readonly url: string;
  /** An .npmrc with which npm and pnpm use it. */
  readonly npmrc: string;
  stop(): Promise<void>;
}

/**
 * Starts an empty registry on loopback. What is not of the given scope it fetches from the registry that npm is
 * configured with.
 */
export async function startRegistry(tools: string, folder: string, scope: string): Promise<Registry> {
  mkdirSync(folder, { recursive: true });
  const network = networkOf((name) =>
    execFileSync("npm", ["config", "get", name], {
      cwd: folder,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }),
  );
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const config = join(folder, "config.yaml");
  // JSON is YAML, too.
  writeFileSync(config, JSON.stringify(configuration(folder, network.uplink, scope)));

  const program = join(tools, "node_modules/verdaccio/bin/verdaccio");
  const server = spawn(process.execPath, [program, "--config", config, "--listen", `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: "ignore",
    env: { ...network.env, ...process.env },
  });
  const ended = once(server, "exit");
  for (let tries = 0; !(await answers(url)); tries += 1) {
    if (tries > 300 || server.exitCode !== null) throw new Error("the registry did not start");
    await delay(100);
  }
  return {
    url,
    // npm insists on a token; the registry takes any.
    npmrc: `registry=${url}\n//127.0.0.1:${port}/:_authToken=rehearsal\n`,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}

/** How the network is reached. */
export interface Network {
  /** The registry that npm is configured with. */
  readonly uplink: string;
  /** What Node and the registry's program read of the rest: certificates and proxies. */
  readonly env: Readonly<Record<string, string>>;
}

/** Reads npm's settings, which the registry's program does not know, as the variables that it does. */
export function networkOf(setting: (name: string) => string): Network {
  const variables = {
    cafile: "NODE_EXTRA_CA_CERTS",
    proxy: "http_proxy",
    "https-proxy": "https_proxy",
    noproxy: "no_proxy",
  };
  const set = Object.entries(variables).map(([name, variable]) => [variable, setting(name).trim()] as const);
  return {
    uplink: setting("registry").trim(),
    env: Object.fromEntries(set.filter(([, value]) => value !== "" && value !== "null")),
  };
}

function configuration(folder: string, uplink: string, scope: string): object {
  const everybody = { access: "$all", publish: "$all", unpublish: "$all" };
  return {
    storage: join(folder, "storage"),
    uplinks: { upstream: { url: uplink, maxage: "60m", timeout: "60s", max_fails: 20 } },
    // Ours must come from here, or the test would prove nothing.
    packages: { [`${scope}/*`]: everybody, "**": { access: "$all", proxy: "upstream" } },
    auth: { htpasswd: { file: join(folder, "htpasswd"), max_users: -1 } },
    max_body_size: "50mb",
    log: { type: "stdout", level: "error" },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}-/ping`).then(
    ({ ok }) => ok,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
