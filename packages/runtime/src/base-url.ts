import { ConfigurationError } from "./errors/configuration-error.js";

const loopback = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/;
const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i;
const almostScheme = /^https?[:/]/i;

/** Is this host the machine itself? Credentials may travel to it without TLS. */
export function isLoopback(hostname: string): boolean {
  return loopback.test(hostname.toLowerCase());
}

/** Turns what people write as a base URL into the one that operation paths are appended to. */
export function resolveBaseUrl(given: string | URL | undefined, basePath: string, allowInsecure = false): string {
  const text = given === undefined ? "" : String(given).trim();
  if (!text) {
    throw new ConfigurationError(
      "baseUrl",
      'is missing; give the address of the service, such as "https://acme.example.com"',
    );
  }
  const url = parse(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new ConfigurationError("baseUrl", `has the scheme "${url.protocol}"; only https works, and http to loopback`);
  }
  if (url.username || url.password) {
    throw new ConfigurationError("baseUrl", "holds a user name or password; credentials belong to `auth`");
  }
  if (url.search || url.hash) {
    throw new ConfigurationError("baseUrl", "has a query or fragment; give scheme, host and at most a path");
  }
  if (url.protocol === "http:" && !allowInsecure && !isLoopback(url.hostname)) {
    throw new ConfigurationError(
      "baseUrl",
      `would send credentials to ${url.host} without encryption; use https, or set allowInsecure: true for a host you trust`,
    );
  }
  const path = url.pathname.replace(/\/+$/, "");
  return url.origin + (path.endsWith(basePath) ? path : path + basePath);
}

function parse(text: string): URL {
  const bare = !hasScheme.test(text);
  const candidate = bare ? `https://${text}` : text;
  // "https:/host" and "http//host" would become hosts called "https" and "http".
  if (!URL.canParse(candidate) || (bare && almostScheme.test(text))) {
    // The text may hold a password, so it is not repeated.
    throw new ConfigurationError("baseUrl", 'is not a URL; write it like "https://acme.example.com"');
  }
  const url = new URL(candidate);
  return bare && isLoopback(url.hostname) ? new URL(`http://${text}`) : url;
}
