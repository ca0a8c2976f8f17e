// Stoplight Prism stands between our clients and the served emulator, and answers 500 to what a description does not allow.
import type { Served } from "@org/emulator/node";
import { installToolSet } from "../../../../scripts/src/tool-set.ts";
import { createTally } from "../../src/cases.ts";
import type { Finding, Judge, Planted } from "../judge.ts";
import { apiNames, loadApi, type ApiName } from "../support/api.ts";
import { alterationOf } from "../support/alteration.ts";
import { withEmulator } from "../support/emulator.ts";
import { toolSet } from "../support/tools.ts";
import { acceptedCalls } from "../traffic/accepted.ts";
import { connectClients } from "../traffic/clients.ts";
import type { Call } from "../traffic/exchange.ts";
import { refusedCalls } from "../traffic/refused.ts";
import { probesOf } from "./probes.ts";
import { startPrism } from "./proxy.ts";
import { throughPrism, type PrismWatch } from "./through-prism.ts";

type Watches = Readonly<Record<ApiName, PrismWatch>>;

export const prism: Judge = {
  name: "prism",
  async judge() {
    installToolSet(toolSet("prism"));
    return withEmulator((served) => withWatches(served, (watches) => judgeTraffic(served, watches)));
  },
};

async function withWatches<T>({ url }: Served, work: (watches: Watches) => Promise<T>): Promise<T> {
  const apis = apiNames.map(loadApi);
  const started = await Promise.allSettled(apis.map((api) => startPrism(api.file, `${url}${api.basePath}`)));
  try {
    const watches = started.map((proxy, index): [ApiName, PrismWatch] => {
      if (proxy.status === "rejected") throw proxy.reason;
      const api = apis[index]!;
      return [api.name, throughPrism(api, { from: url, to: proxy.value.url })];
    });
    return await work(Object.fromEntries(watches) as Record<ApiName, PrismWatch>);
  } finally {
    await Promise.all(started.map((proxy) => (proxy.status === "fulfilled" ? proxy.value.stop() : undefined)));
  }
}

async function judgeTraffic(served: Served, watches: Watches) {
  const { credentials } = served.emulator;
  const connection = { baseUrl: served.url, fetchFor: (api: ApiName) => watches[api].fetch };
  const clients = connectClients(connection, credentials);
  const findings: Finding[] = [];
  for (const call of [...acceptedCalls(clients, credentials), ...refusedCalls(clients, credentials)])
    findings.push(...(await judgeCall(call, watches)));

  const tally = createTally();
  for (const api of apiNames)
    for (const operation of watches[api].judged)
      for (const direction of ["client -> description", "emulator -> description"] as const)
        tally.count({ api, operation, direction, judge: "prism" });
  return { cases: tally.records, findings, planted: await plant(served, watches), notes: [] };
}

async function judgeCall({ api, name, run }: Call, watches: Watches): Promise<Finding[]> {
  const before = watches[api].violations.length;
  const problem = await run().then(
    () => undefined,
    (error: unknown) => String(error),
  );
  const violations = watches[api].violations.slice(before);
  const minded = violations.map(({ detail }) => ({ api, place: name, what: "a violation", detail }));
  return problem === undefined || minded.length > 0
    ? minded
    : [{ api, place: name, what: "an unexpected end", detail: problem }];
}

/** What Prism must mind: an altered answer of each API, and a bad request to it. */
async function plant({ url, emulator }: Served, watches: Watches): Promise<Planted[]> {
  const planted: Planted[] = [];
  for (const api of apiNames) {
    const watch = watches[api];
    const minds = async (request: Request): Promise<boolean> => {
      const before = watch.violations.length;
      await watch.fetch(request);
      return watch.violations.length > before;
    };
    const { good, bad } = probesOf(api, url, emulator.credentials);
    const fault = emulator.faults.add(alterationOf(api));
    planted.push({ what: `${api}: a value of the wrong type in an answer`, seen: await minds(good.clone()) });
    fault.remove();
    planted.push({ what: `${api}: a request with a value out of range`, seen: await minds(bad) });
    if (await minds(good))
      throw new Error(
        `${api}: Prism minds a request and an answer that are as they should be: ${watch.violations.at(-1)?.detail}`,
      );
  }
  return planted;
}
