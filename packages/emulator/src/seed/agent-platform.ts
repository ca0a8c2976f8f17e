import { app, authorizingApp } from "../agent-platform/apps.js";
import { newAuthorization } from "../agent-platform/create-session.js";
import { sampleSessionId } from "../agent-platform/credentials.js";
import type { AppSession } from "../agent-platform/session.js";
import { deriveUserId } from "../agent-platform/user-id.js";
import { DAY_MS } from "../iso-time.js";
import { createRandom, type Random } from "../random.js";
import type { SeedOptions } from "./seed-name.js";

const SAMPLES: readonly AppSession[] = [
  {
    sessionId: sampleSessionId,
    appId: app.appId,
    envName: "production",
    sessionReference: "Se_skwos333",
    userReference: "usr_1a2b3c4d5e",
    userId: "u-4c2221e1-46c2-53c5-9876-fd6699052c15",
    status: "idle",
    createdAt: Date.UTC(2025, 1, 17, 19, 7, 0, 70),
    source: "AP",
  },
  {
    sessionId: "s-54f40bda-1505-4f9e-b38e-88d39ea36d58",
    appId: authorizingApp.appId,
    envName: "production",
    sessionReference: "s-b8987503-696b-4111-a006-49c0cbcf0fb9",
    userReference: "s-b8987503-696b-4111-a006-49c0cbcf0fb9",
    userId: "u-f5e5e830-70d4-53d6-8034-86bfa765c04a",
    status: "idle",
    createdAt: Date.UTC(2025, 1, 17, 19, 8),
    source: "AP",
    authorization: {
      messageId: "msg-260f4d3c-5b8c-4056-af97-11317fc28c8d",
      runId: "r-41ad20e0-6295-4f0e-9b04-e51875356107",
      code: "396c63515671634648357955",
    },
  },
];

const LISTINGS = [
  { app, envName: "production", count: 130 },
  { app, envName: "draft", count: 25 },
  { app: authorizingApp, envName: "production", count: 12 },
] as const;

/** Sessions that the Agent Platform holds at the start: the samples, and in the full seed those of the last 60 days. */
export function agentPlatformSeed({ seed, startedAt, randomSeed }: SeedOptions): readonly AppSession[] {
  if (seed === "none") return [];
  if (seed === "samples") return SAMPLES;
  const random = createRandom(`${randomSeed}/agent-platform`);
  const generated = LISTINGS.flatMap(({ app, envName, count }) =>
    Array.from({ length: count }, (): AppSession => {
      const user = random.integer(1, 24);
      const userReference = `usr_${String(user).padStart(4, "0")}`;
      return {
        sessionId: `s-${random.uuid()}`,
        appId: app.appId,
        envName,
        sessionReference: random.chance(0.7) ? `ref_${random.hex(8)}` : null,
        userReference,
        userId: deriveUserId(app.appId, userReference),
        status: pickStatus(random),
        createdAt: startedAt - random.integer(0, 60 * DAY_MS),
        source: random.pick(["AP", "AP", "AIS-AA", "AIW"]),
        ...(app === authorizingApp ? { authorization: newAuthorization(random) } : {}),
      };
    }),
  );
  return [...SAMPLES, ...generated];
}

function pickStatus(random: Random): string {
  return random.pick(["idle", "idle", "idle", "idle", "busy", "error"]);
}
