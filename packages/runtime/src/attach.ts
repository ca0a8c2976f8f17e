import { ConfigurationError } from "./errors/configuration-error.js";
import type { Transport } from "./transport.js";

const key = Symbol.for("@org/runtime/transport");

/** Lets {@link transportOf} find the transport of a client. Not enumerable, so that no log or copy picks it up. */
export function attachTransport<Client extends object>(client: Client, transport: Transport): Client {
  return Object.defineProperty(client, key, { value: transport });
}

/** The transport of a client, for a package's own additions such as `/raw`. */
export function transportOf(client: object): Transport {
  const transport = (client as { [key]?: Transport })[key];
  if (transport === undefined) throw new ConfigurationError("client", "is not a client of this SDK");
  return transport;
}
