import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import {
  ContractError,
  contractFetch,
  type Contract,
  type ContractFetchOptions,
  type Deviation,
  type UncheckedBody,
} from "../src/index.js";
import { contractOf, lines, readLibrary } from "./library.js";

const BASE = "https://library.example/v1";
const KEY = { "x-api-key": "s3cret-k3y" };
const JSON_TYPE = { "content-type": "application/json" };
const BOOK = { isbn: "978-3", title: "Momo", addedAt: "2024-10-01T22:04:24Z" };
const WRONG = { ...BOOK, title: 7 };
const TITLE = "invalid-body /response/body/title: 7 (string)";

type Inner = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>;

const answering =
  (body: unknown, init: ResponseInit = { headers: JSON_TYPE }): Inner =>
  async () =>
    new Response(typeof body === "object" && body !== null ? JSON.stringify(body) : (body as BodyInit | null), init);

let library: Contract;
beforeAll(async () => {
  library = await contractOf(await readLibrary());
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** A wrapped `fetch` that keeps what it is told. */
function watching(inner: Inner, options: Partial<ContractFetchOptions> = {}) {
  const deviations: Deviation[] = [];
  const unchecked: UncheckedBody[] = [];
  const watched = contractFetch(inner, {
    contracts: [library],
    onDeviation: (deviation) => deviations.push(deviation),
    onUnchecked: (body) => unchecked.push(body),
    ...options,
  });
  const told = async () => {
    await watched.settled();
    return lines(deviations);
  };
  return { watched, told, unchecked };
}

describe("in mode report", () => {
  it("the caller gets the very response of the inner fetch, and can read all of it", async () => {
    const response = await answering(WRONG)("");
    const { watched, told } = watching(async () => response);
    const given = await watched(`${BASE}/books/1`);
    expect(given).toBe(response);
    expect(await given.json()).toEqual(WRONG);
    expect(await told()).toEqual([TITLE]);
  });

  it("the caller gets the very error of the inner fetch, and the request is judged all the same", async () => {
    const error = new TypeError("fetch failed");
    const { watched, told } = watching(() => Promise.reject(error));
    await expect(watched(`${BASE}/books?pageSize=0`, { headers: KEY })).rejects.toBe(error);
    expect(await told()).toEqual(["invalid-parameter /request/query/pageSize: 0 (a number >= 1)"]);
  });

  it("the caller reads a body as it arrives, and its failure", async () => {
    let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
    const stream = new ReadableStream<Uint8Array>({ start: (given) => void (controller = given) });
    const { watched, told, unchecked } = watching(async () => new Response(stream, { headers: JSON_TYPE }));
    const reader = (await watched(`${BASE}/books/1`)).body!.getReader();
    controller!.enqueue(new TextEncoder().encode('{"isbn":'));
    expect(new TextDecoder().decode((await reader.read()).value)).toBe('{"isbn":');
    const error = new Error("connection reset");
    controller!.error(error);
    await expect(reader.read()).rejects.toBe(error);
    expect(await told()).toEqual([]);
    expect(unchecked).toEqual([{ operation: "getBook", side: "response" }]);
  });

  it("a listener that throws does so outside of the call", async () => {
    const outside: unknown[] = [];
    const original = queueMicrotask;
    vi.stubGlobal("queueMicrotask", (work: () => void) =>
      original(() => {
        try {
          work();
        } catch (thrown) {
          outside.push(thrown);
        }
      }),
    );
    const error = new Error("no log");
    const { watched } = watching(answering(WRONG), {
      onDeviation: () => {
        throw error;
      },
    });
    expect((await watched(`${BASE}/books/1`)).status).toBe(200);
    await watched.settled();
    expect(outside).toEqual([error]);
  });

  it("credentials of the request stay unseen in its response", async () => {
    const { watched, told } = watching(answering({ ...BOOK, title: [], isbn: `no ${KEY["x-api-key"]}` }));
    await watched(`${BASE}/books/1`, { headers: KEY });
    expect(await told()).toEqual([
      'invalid-body /response/body/isbn: "no [secret]" (text that matches ^[0-9-]+$)',
      "invalid-body /response/body/title: array of 0 items (string)",
    ]);
  });

  it.each([
    ["an answer to HEAD", { method: "HEAD", path: "/books/1" }, () => answering(null)],
    ["a status without a body", { method: "DELETE", path: "/books/1?sig=x" }, () => answering(null, { status: 204 })],
  ])("%s is right without a body", async (_, { method, path }, inner) => {
    const { watched, told } = watching(inner());
    await watched(BASE + path, { method });
    expect(await told()).toEqual([]);
  });
});

describe("in mode strict", () => {
  it("a request that deviates is not sent", async () => {
    const inner = vi.fn(answering(BOOK));
    const { watched, told } = watching(inner, { mode: "strict" });
    const refusal = await watched(`${BASE}/books?pageSize=0&draft=1`).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ContractError);
    expect(refusal).toMatchObject({ name: "ContractError", side: "request" });
    expect((refusal as ContractError).deviations.map(({ kind }) => kind)).toEqual([
      "missing-credentials",
      "invalid-parameter",
      "unknown-parameter",
    ]);
    expect((refusal as ContractError).message).toMatch(
      /^The request deviates from its description: missing-credentials at \/request\/header\/x-api-key, and 2 more\n/,
    );
    expect(inner).not.toHaveBeenCalled();
    expect(await told()).toHaveLength(3);
  });

  it("a response that deviates is kept back, and its body given up", async () => {
    const response = await answering(WRONG)("");
    const { watched } = watching(async () => response, { mode: "strict" });
    await expect(watched(`${BASE}/books/1`)).rejects.toMatchObject({ side: "response", deviations: [{ found: "7" }] });
    expect(response.bodyUsed).toBe(true);
  });

  it("what obeys passes as it is", async () => {
    const response = await answering(BOOK)("");
    const { watched } = watching(async () => response, { mode: "strict" });
    expect(await watched(`${BASE}/books/1`)).toBe(response);
    expect(await response.json()).toEqual(BOOK);
  });

  it("an error of the inner fetch and a body that breaks off are for the caller to see", async () => {
    const error = new TypeError("fetch failed");
    await expect(watching(() => Promise.reject(error), { mode: "strict" }).watched(`${BASE}/books/1`)).rejects.toBe(
      error,
    );
    const broken = new ReadableStream({ pull: (controller) => controller.error(error) });
    const { watched } = watching(async () => new Response(broken, { headers: JSON_TYPE }), { mode: "strict" });
    await expect((await watched(`${BASE}/books/1`)).text()).rejects.toBe(error);
  });

  it("a signal ends the wait for a request body, and leaves no listener behind", async () => {
    const inner = vi.fn(answering(BOOK));
    const { watched } = watching(inner, { mode: "strict" });
    const { signal, ...abort } = aborting();
    const removed = vi.spyOn(signal, "removeEventListener");
    const body = new ReadableStream({ pull: () => new Promise(() => undefined) });
    const call = watched(`${BASE}/books`, {
      method: "POST",
      headers: JSON_TYPE,
      body,
      signal,
      duplex: "half",
    } as RequestInit);
    abort.now("enough");
    await expect(call).rejects.toBe("enough");
    expect(removed).toHaveBeenCalledOnce();
    expect(inner).not.toHaveBeenCalled();
  });
});

function aborting() {
  const controller = new AbortController();
  return { signal: controller.signal, now: (reason: unknown) => controller.abort(reason) };
}

describe("in mode off", () => {
  it("the inner fetch is called with what was given, and its own promise returned", () => {
    const promise = Promise.resolve(new Response());
    const inner = vi.fn(() => promise);
    const { watched } = watching(inner, { mode: "off" });
    const init = { method: "POST" };
    expect(watched("nonsense", init)).toBe(promise);
    expect(inner.mock.calls).toEqual([["nonsense", init]]);
  });

  it("nothing is told until the mode changes, and after it changes back", async () => {
    const { watched, told } = watching(answering(WRONG), { mode: "off" });
    await watched(`${BASE}/books/1`);
    expect(await told()).toEqual([]);
    watched.mode = "report";
    await watched(`${BASE}/books/1`);
    watched.mode = "off";
    await watched(`${BASE}/books/1`);
    expect(await told()).toEqual([TITLE]);
  });
});

describe("a request body", () => {
  const BODY = JSON.stringify({ isbn: "1", title: "", pages: 3 });
  const DEVIATION = 'invalid-body /request/body/title: "" (at least 1 character)';
  const bytes = new TextEncoder().encode(BODY);
  const url = `${BASE}/books`;
  const headers = { ...KEY, ...JSON_TYPE, cookie: "device=dev1ce" };
  const post = { method: "POST", headers };
  const inChunks = () =>
    new ReadableStream({
      start(controller) {
        for (const chunk of [bytes.slice(0, 9), bytes.slice(9)]) controller.enqueue(chunk);
        controller.close();
      },
    });
  const CALLS: readonly (readonly [string, () => Parameters<Inner>])[] = [
    ["text", () => [url, { ...post, body: BODY }]],
    ["text, to a URL", () => [new URL(url), { ...post, body: BODY }]],
    ["a Request", () => [new Request(url, { ...post, body: BODY })]],
    ["a Request whose body is replaced", () => [new Request(url, { ...post, body: "{}" }), { body: BODY }]],
    ["bytes", () => [url, { ...post, body: bytes }]],
    ["an ArrayBuffer", () => [url, { ...post, body: bytes.buffer }]],
    ["a part of a buffer", () => [url, { ...post, body: new DataView(bytes.buffer) }]],
    [
      "a Blob that brings its type",
      () => {
        const { "content-type": type, ...others } = headers;
        return [url, { method: "POST", headers: others, body: new Blob([bytes], { type }) }];
      },
    ],
    ["a stream", () => [url, { ...post, body: inChunks(), duplex: "half" } as RequestInit]],
  ];

  it.each(CALLS)("that is %s is judged and arrives as it is", async (_, call) => {
    let received: string | undefined;
    const { watched, told } = watching(async (input, init) => {
      received = await new Request(input, init).text();
      return new Response(null, { status: 204 });
    });
    await watched(...call());
    expect(received).toBe(BODY);
    expect(await told()).toEqual([DEVIATION]);
  });

  it("that is a form is judged by its content type", async () => {
    const form = new FormData();
    form.set("isbn", "1");
    for (const [body, type] of [
      [form, "multipart/form-data"],
      [new URLSearchParams({ isbn: "1" }), "application/x-www-form-urlencoded;charset=UTF-8"],
    ] as const) {
      const { watched, told } = watching(answering(null, { status: 204 }));
      await watched(url, { method: "POST", headers: { ...KEY, cookie: "device=dev1ce" }, body });
      expect(await told()).toEqual([
        `unsupported-content-type /request/header/content-type: "${type}" (application/json or text/* or application/octet-stream)`,
      ]);
    }
  });

  it("that is used up, or headers that are none, are left to the inner fetch", async () => {
    const used = new Request(url, { ...post, body: BODY });
    await used.text();
    const { watched, told } = watching((input, init) => fetch(input, init));
    await expect(watched(used)).rejects.toThrow(TypeError);
    await expect(watched(url, { headers: { "no name": "1" } })).rejects.toThrow(TypeError);
    expect(await told()).toEqual([]);
  });

  it("beyond the limit is judged by its content type, is told, and still arrives", async () => {
    const { watched, told, unchecked } = watching(answering(null, { status: 204 }), { maxBodyBytes: 10 });
    await watched(url, { ...post, body: BODY });
    expect(await told()).toEqual([]);
    expect(unchecked).toEqual([{ operation: "addBook", side: "request" }]);
  });
});

describe("a response body", () => {
  it("beyond the limit is not read ahead of the caller by more than the limit", async () => {
    const chunk = new TextEncoder().encode(`[${"1,".repeat(500)}`);
    let pulled = 0;
    const endless = new ReadableStream({ pull: (controller) => (pulled++, controller.enqueue(chunk)) });
    const inner = async () => new Response(endless, { headers: JSON_TYPE });
    const { watched, told, unchecked } = watching(inner, { maxBodyBytes: 5_000 });
    const { body } = await watched(`${BASE}/books/1`);
    expect(await told()).toEqual([]);
    expect(unchecked).toEqual([{ operation: "getBook", side: "response" }]);
    expect(pulled).toBeLessThan(10);
    const reader = body!.getReader();
    for (let read = 0; read < 20; read++) expect((await reader.read()).value).toEqual(chunk);
    await reader.cancel();
  });

  it("that is a stream of events, or no text, is not read", async () => {
    const pull = vi.fn();
    const stream = new ReadableStream({ pull }, { highWaterMark: 0 });
    const inner = async () => new Response(stream, { headers: { "content-type": "text/event-stream" } });
    const { watched, told, unchecked } = watching(inner);
    await watched(`${BASE}/books/1`);
    expect(await told()).toEqual([
      'unsupported-content-type /response/header/content-type: "text/event-stream" (application/json)',
    ]);
    expect(pull).not.toHaveBeenCalled();
    expect(unchecked).toEqual([]);
  });
});

describe("a URL", () => {
  const stranger = "https://elsewhere.example/v2/pages?token=s3cret";

  it("that no description knows passes unseen by default, in every mode", async () => {
    for (const mode of ["report", "strict"] as const) {
      const { watched, told } = watching(answering("<html>"), { mode });
      expect((await watched(stranger)).status).toBe(200);
      expect(await told()).toEqual([]);
    }
  });

  it("that no description knows can be a deviation, which shows nothing of its path", async () => {
    const { watched, told } = watching(answering("<html>"), { unmatched: "report" });
    await watched(stranger);
    expect(await told()).toEqual([
      "unknown-operation /request/path: GET to a path that is not described, at https://elsewhere.example (a path of Lending library 1.2.0)",
    ]);
    watched.mode = "strict";
    await expect(watched(stranger)).rejects.toThrow(ContractError);
  });

  it("of a known path with an unknown method is a deviation", async () => {
    const { watched, told } = watching(answering("no", { status: 405 }));
    await watched(`${BASE}/books`, { method: "PUT" });
    expect(await told()).toEqual(['unknown-operation /request/method: "PUT" (GET or POST)']);
  });

  it("beneath the address of a description belongs to it, whatever its path", async () => {
    const contracts = [{ contract: library, baseUrl: "https://gateway.example/lib/" }];
    const { watched, told } = watching(answering(WRONG), { contracts });
    await watched("https://gateway.example/lib/books/1");
    await watched("https://gateway.example/lib/nothing");
    await watched("https://gateway.example/library/books/1");
    await watched("https://other.example/lib/books/1");
    expect((await told()).toSorted()).toEqual([
      TITLE,
      'unknown-operation /request/path: "/v1/nothing" (one of the 4 documented paths)',
    ]);
  });

  it("belongs to the first of several descriptions that knows its path", async () => {
    const document = {
      openapi: "3.1.0",
      info: { title: "Shop", version: "1" },
      paths: { "/shop": { get: { operationId: "look", responses: { "200": { description: "" } } } } },
    };
    const { watched, told } = watching(answering(WRONG), { contracts: [await contractOf(document), library] });
    await watched("https://any.example/shop");
    await watched("https://any.example/v1/books/1");
    expect(await told()).toEqual(["unexpected-body /response/body: a body of 59 characters (no body)", TITLE]);
  });
});

describe("over a real connection", () => {
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      response.write('{"isbn":');
      if (request.url?.endsWith("stall") !== true) response.end('"978-3","title":7,"addedAt":"now"}');
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return () => server.closeAllConnections();
  });
  const at = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1${path}`;

  it("responses are judged and arrive", async () => {
    const { watched, told } = watching(fetch);
    expect(await (await watched(at("/books/1"))).json()).toMatchObject({ title: 7 });
    expect(await told()).toEqual([TITLE, 'invalid-body /response/body/addedAt: "now" (text of format date-time)']);
  });

  it("an abort passes, before the headers and within the body", async () => {
    const { watched, told } = watching(fetch);
    const controller = new AbortController();
    const early = watched(at("/books/1"), { signal: AbortSignal.abort("early") });
    await expect(early).rejects.toBe("early");
    const response = await watched(at("/books/stall"), { signal: controller.signal });
    const text = response.text();
    controller.abort("late");
    await expect(text).rejects.toBe("late");
    expect(await told()).toEqual([]);
  });
});
