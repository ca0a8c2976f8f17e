import { sampleAgent } from "../foundry/agents.js";
import { user } from "../foundry/identities.js";
import { toNanoseconds } from "../foundry/nanoseconds.js";
import { sampleSessionRid } from "../foundry/session-rids.js";
import type { FoundrySession } from "../foundry/session.js";
import type { FoundrySeed } from "../foundry/service.js";

const YEAR_MS = 365 * 24 * 3_600_000;
const HOUR = toNanoseconds(3_600_000);
const UPDATED_AT = toNanoseconds(Date.UTC(2024, 9, 1, 22, 4, 24, 962), 583_055);

/**
 * The session of the vendor's samples, an older one beside it, and the samples' page token, which leads from the one
 * to the other. Where the emulator starts after they would have expired, they live a year longer, so that the samples
 * work; all else is as printed.
 */
export function foundrySamples(startedAt: number): FoundrySeed {
  const printed = UPDATED_AT + 24n * HOUR;
  const expiresAt = toNanoseconds(startedAt) < printed ? printed : toNanoseconds(startedAt + YEAR_MS);
  const sample: FoundrySession = {
    rid: sampleSessionRid,
    agentRid: sampleAgent.rid,
    agentVersion: "1.0",
    owner: { userId: user.userId, clientId: user.clientId },
    title: "What is the status of my order?",
    createdAt: UPDATED_AT - 2n * HOUR,
    updatedAt: UPDATED_AT,
    expiresAt,
    messageCount: 6,
  };
  const older: FoundrySession = {
    ...sample,
    rid: "ri.aip-agents..session.1f0b6a52-3c7d-4e88-9a41-6d2c5b7e9f03",
    title: "How do I return an item?",
    createdAt: sample.createdAt - 3n * HOUR,
    updatedAt: sample.updatedAt - 3n * HOUR,
    messageCount: 2,
  };
  return {
    sessions: [sample, older],
    pageTokens: [
      {
        token:
          "v1.QnVpbGQgdGhlIEZ1dHVyZTogaHR0cHM6Ly93d3cucGFsYW50aXIuY29tL2NhcmVlcnMvP2xldmVyLXNvdXJjZSU1YiU1ZD1BUElEb2NzI29wZW4tcG9zaXRpb25z",
        cursor: { agentRid: sample.agentRid, owner: sample.owner, last: sample },
      },
    ],
  };
}
