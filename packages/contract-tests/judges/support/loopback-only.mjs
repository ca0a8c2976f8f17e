// Loaded into a judge's process before anything else (`node --import`): a connection or a look-up that leaves this machine
// fails, and is told on standard error.
import dns from "node:dns";
import net from "node:net";

const isLoopback = (host) => host === undefined || /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host);

function refuse(what) {
  process.stderr.write(`LEFT THIS MACHINE: ${what}\n`);
  return Object.assign(new Error(`${what} is not on this machine`), { code: "ENETUNREACH" });
}

const { connect } = net.Socket.prototype;
net.Socket.prototype.connect = function (...args) {
  // Called with options, with a port and a host, with a path, or with the normalized list of those.
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  const host = typeof first === "object" ? first?.host : typeof second === "string" ? second : undefined;
  if (isLoopback(host)) return connect.apply(this, args);
  const error = refuse(host);
  process.nextTick(() => this.destroy(error));
  return this;
};

for (const resolver of [dns, dns.promises]) {
  for (const name of Object.keys(resolver).filter((key) => /^(lookup|resolve)/.test(key))) {
    const original = resolver[name];
    resolver[name] = function (host, ...rest) {
      if (isLoopback(host)) return original.call(this, host, ...rest);
      const error = refuse(`${name} of ${host}`);
      const callback = rest.at(-1);
      if (typeof callback !== "function") return Promise.reject(error);
      process.nextTick(() => callback(error));
    };
  }
}
