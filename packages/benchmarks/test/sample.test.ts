import { expect, test } from "vitest";
import { sessionBody } from "../src/calls/sample-session.ts";
import { stubWire } from "../src/calls/wire.ts";
import { pagesWire, sessionsPerPage, type WirePage } from "../src/listing/pages.ts";

test("the ready-made session is 1 kB of JSON", async () => {
  expect(Buffer.byteLength(sessionBody)).toBe(1024);
  const { fetch, origin } = stubWire(sessionBody, { announced: true });
  const response = await fetch(origin);
  expect(response.headers.get("content-length")).toBe("1024");
  expect(await response.json()).toMatchObject({ agentVersion: "1.0" });
});

test("the ready-made pages lead to one another, and the last one nowhere", async () => {
  const { fetch, origin } = pagesWire(3);
  const tokens: (string | undefined)[] = [];
  for (const query of ["?preview=true", "?pageToken=page-2", "?preview=true&pageToken=page-3"]) {
    const page = (await (await fetch(origin + query)).json()) as WirePage;
    expect(page.data).toHaveLength(sessionsPerPage);
    tokens.push(page.nextPageToken);
  }
  expect(tokens).toEqual(["page-2", "page-3", undefined]);
});
