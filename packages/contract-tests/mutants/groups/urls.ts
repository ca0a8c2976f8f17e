import type { MutantGroup } from "../harness/mutant.ts";

const file = "base-url.ts";

export const urls: MutantGroup = {
  title: "URLs",
  sources: "packages/runtime/src",
  tests: ["packages/runtime/test/urls.test.ts"],
  mutants: [
    {
      name: "a slash at the end stays",
      file,
      find: String.raw`.replace(/\/+$/, "")`,
      replace: "",
      why: "requests go to //api, which is another path",
    },
    {
      name: "the base path is always added",
      file,
      find: "path.endsWith(basePath) ? path : path + basePath",
      replace: "path + basePath",
      why: "whoever gives the base path too sends to /api/api",
    },
    {
      name: "the base path is never added",
      file,
      find: "path.endsWith(basePath) ? path : path + basePath",
      replace: "path",
      why: "whoever gives the bare host gets 404",
    },
    {
      name: "a bare host is plain http",
      file,
      find: "bare ? `https://${text}` : text",
      replace: "bare ? `http://${text}` : text",
      why: "the address that everybody writes is refused",
    },
    {
      name: "a host that begins like the loopback is one",
      file,
      find: String.raw`|\[::1\])$/`,
      replace: String.raw`|\[::1\])/`,
      why: "credentials go unencrypted to 127.0.0.1.evil.example",
    },
    {
      name: "plain http is fine",
      file,
      find: 'if (url.protocol === "http:" && !allowInsecure && !isLoopback(url.hostname)) {',
      replace: 'if (url.protocol === "http:" && !allowInsecure && !url.hostname) {',
      why: "credentials travel unencrypted",
    },
    {
      name: "a password in the address is fine",
      file,
      find: "url.username || url.password",
      replace: 'url.username === ":"',
      why: "a password ends up in errors and logs",
    },
    {
      name: "a query is dropped in silence",
      file,
      find: "url.search || url.hash",
      replace: "url.hash",
      why: "what somebody gave is not sent, and nobody is told",
    },
    {
      name: "path parameters keep their slashes",
      file: "request-url.ts",
      find: "encodeURIComponent(String(value))",
      replace: "encodeURI(String(value))",
      why: "an id from outside reaches another path of the service",
    },
    {
      name: "path parameters are encoded twice",
      file: "request-url.ts",
      find: "encodeURIComponent(String(value))",
      replace: "encodeURIComponent(encodeURIComponent(String(value)))",
      why: "ids with a colon or a blank are not found",
    },
    {
      name: "only the first path parameter is filled in",
      file: "request-url.ts",
      find: "index % 2 === 0",
      replace: "index !== 1",
      why: "the request goes to a path with a name in it instead of a value",
    },
    {
      name: "query parameters run into each other",
      file: "request-url.ts",
      find: '.join("&")',
      replace: '.join("")',
      why: "all filters but the first are ignored",
    },
    {
      name: "two dots are a path parameter",
      file: "input.ts",
      find: '(value === "." || value === "..")',
      replace: '(value === ".")',
      why: "the path ends a level above: another operation is called",
    },
  ],
};
