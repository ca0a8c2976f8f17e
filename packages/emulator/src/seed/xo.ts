import { createRandom, type Random } from "../random.js";
import { foreignBot, sampleBot, secondBot, thirdBot } from "../xo/bots.js";
import type { Tag, XoSession } from "../xo/session.js";
import type { SeedOptions } from "./seed-name.js";
import { xoSamples } from "./xo-samples.js";
import { awkwardTimes, scatteredTimes } from "./xo-start-times.js";

const DAYS = 400;
const USERS = 60;
const BOTS = [
  { botId: sampleBot.botId, count: 3000, isAwkward: true },
  { botId: secondBot.botId, count: 1200, isAwkward: false },
  { botId: thirdBot.botId, count: 800, isAwkward: false },
  { botId: foreignBot.botId, count: 300, isAwkward: false },
];

const CHANNELS = "rtm rtm sms email slack skype twitter msteams api kore facebook skypeforbusiness korevg".split(" ");
const LANGUAGES = [["en"], ["en"], ["en"], ["de"], ["es"], ["fr"], ["ja"], ["en", "es"], ["hi", "en"]];
const CONTAINMENT_TYPES = ["dropOff", "selfService", "selfService", "agent"] as const;
const USER_TAGS: readonly Tag[] = [
  { name: "regular", value: "newuser" },
  { name: "tier", value: "gold" },
  { name: "tier", value: "silver" },
];
const SESSION_TAGS: readonly Tag[] = [
  { name: "topic", value: "order" },
  { name: "topic", value: "refund" },
  { name: "rating", value: "5" },
];

/** Sessions that XO holds at the start: the samples, and in the full seed those of the last 400 days. */
export function xoSeed({ seed, startedAt, randomSeed }: SeedOptions): readonly XoSession[] {
  if (seed === "none") return [];
  if (seed === "samples") return xoSamples;
  const random = createRandom(`${randomSeed}/xo`);
  const users = Array.from({ length: USERS }, (_, index) => ({
    userId: `u-${random.uuid()}`,
    email: `user-${index + 1}@example.com`,
  }));
  const generated = BOTS.flatMap(({ botId, count, isAwkward }) => {
    const times = scatteredTimes({ startedAt, days: DAYS, count, random });
    if (isAwkward) times.push(...awkwardTimes(startedAt));
    return times.map((at) => generate({ botId, at, now: startedAt, user: random.pick(users), random }));
  });
  return [...xoSamples, ...generated];
}

interface GenerateOptions {
  readonly botId: string;
  readonly at: number;
  readonly now: number;
  readonly user: { readonly userId: string; readonly email: string };
  readonly random: Random;
}

function generate({ botId, at, now, user, random }: GenerateOptions): XoSession {
  const endedAt = at + random.integer(5_000, 30 * 60_000);
  const channel = random.pick(CHANNELS);
  const isInteractive = random.chance(0.8);
  const containmentType = random.pick(CONTAINMENT_TYPES);
  const secondsInHex = Math.floor(at / 1000).toString(16);
  const session: XoSession = {
    // Like the vendor's ids: seconds since 1970, then digits without a meaning.
    sessionId: secondsInHex + random.hex(16),
    botId,
    channel,
    ...user,
    startedAt: at,
    languages: random.pick(LANGUAGES),
    sessionType: isInteractive ? "interactive" : "non-interactive",
    isDeveloper: random.chance(0.03),
    status: endedAt > now ? "active" : "closed",
    userTags: random.chance(0.3) ? [random.pick(USER_TAGS)] : [],
    sessionTags: random.chance(0.4) ? [random.pick(SESSION_TAGS)] : [],
    messages: random.integer(1, 40),
    tasks: random.integer(0, 4),
    ...(channel === "korevg" ? { callId: random.uuid() } : {}),
  };
  return endedAt > now ? session : { ...session, endedAt, containmentType };
}
