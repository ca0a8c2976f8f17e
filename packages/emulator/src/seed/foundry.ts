import { sampleAgent, secondAgent } from "../foundry/agents.js";
import { client, otherUser, serviceUser, user, userThroughOtherClient } from "../foundry/identities.js";
import { toNanoseconds } from "../foundry/nanoseconds.js";
import type { Principal } from "../foundry/principal.js";
import { expiredSessionRid } from "../foundry/session-rids.js";
import type { FoundrySession } from "../foundry/session.js";
import type { FoundrySeed } from "../foundry/service.js";
import { createRandom, type Random } from "../random.js";
import { foundrySamples } from "./foundry-samples.js";
import type { SeedOptions } from "./seed-name.js";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Generated sessions live this long after their last update, so that a listing of many pages holds still for days. */
const RETENTION_MS = 30 * DAY_MS;

const TITLES = [
  "Where is my parcel?",
  "Change the delivery address",
  "Which invoices are overdue?",
  "Summarise the open incidents",
  "Compare suppliers for part 7731",
  "Why was the shipment held?",
  "Plan maintenance for line 4",
  "Rückgabe einer Bestellung",
  "納品日を教えてください",
] as const;

const LISTINGS: readonly { readonly agentRid: string; readonly owner: Principal; readonly count: number }[] = [
  { agentRid: sampleAgent.rid, owner: user, count: 260 },
  { agentRid: sampleAgent.rid, owner: otherUser, count: 60 },
  { agentRid: sampleAgent.rid, owner: userThroughOtherClient, count: 40 },
  { agentRid: sampleAgent.rid, owner: serviceUser(client, client.scopes), count: 120 },
  { agentRid: secondAgent.rid, owner: user, count: 25 },
];

/** Sessions that Foundry holds at the start. */
export function foundrySeed({ seed, startedAt, randomSeed }: SeedOptions): FoundrySeed {
  if (seed === "none") return { sessions: [], pageTokens: [] };
  const samples = foundrySamples(startedAt);
  if (seed === "samples") return samples;
  const random = createRandom(`${randomSeed}/foundry`);
  const generated = LISTINGS.flatMap(({ agentRid, owner, count }) =>
    Array.from({ length: count }, (): FoundrySession => {
      const updatedAt = startedAt - random.integer(MINUTE_MS, RETENTION_MS - DAY_MS);
      return generate({ agentRid, owner, updatedAt, random });
    }),
  );
  const expired: FoundrySession = {
    ...generate({ agentRid: sampleAgent.rid, owner: user, updatedAt: startedAt - RETENTION_MS - DAY_MS, random }),
    rid: expiredSessionRid,
  };
  return { ...samples, sessions: [...samples.sessions, ...generated, expired] };
}

interface GenerateOptions {
  readonly agentRid: string;
  readonly owner: Principal;
  readonly updatedAt: number;
  readonly random: Random;
}

function generate({ agentRid, owner, updatedAt, random }: GenerateOptions): FoundrySession {
  const fraction = random.integer(0, 999_999);
  const exchanges = random.integer(0, 12);
  return {
    rid: `ri.aip-agents..session.${random.uuid()}`,
    agentRid,
    agentVersion: agentRid === sampleAgent.rid && random.chance(0.6) ? "2.0" : "1.0",
    owner: { userId: owner.userId, clientId: owner.clientId },
    title: random.pick(TITLES),
    createdAt: toNanoseconds(updatedAt - exchanges * random.integer(1, 45) * MINUTE_MS, fraction),
    updatedAt: toNanoseconds(updatedAt, fraction),
    expiresAt: toNanoseconds(updatedAt + RETENTION_MS, fraction),
    messageCount: 2 * exchanges,
  };
}
