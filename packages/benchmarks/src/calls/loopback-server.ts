// Answers everything with the same session. A process of its own, so that the client does not wait for its own server.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { sessionBody } from "./sample-session.ts";

const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(sessionBody) };
// Longer than any pause between two calls: a contender must not pay for a new connection.
const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  request.resume();
  response.writeHead(200, headers).end(sessionBody);
});
server.listen(0, "127.0.0.1", () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
// Ends with the process that started it, however that one ends.
process.stdin.on("end", () => process.exit()).resume();
