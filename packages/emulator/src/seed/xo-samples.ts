import { sampleBot, secondBot } from "../xo/bots.js";
import { sampleSessionId } from "../xo/credentials.js";
import type { XoSession } from "../xo/session.js";

const MASKED: XoSession = {
  sessionId: "6086a39e4c1a5e7d903d218e",
  botId: secondBot.botId,
  channel: "rtm",
  userId: "u-4cfe210d-71e3-5d8e-9aec-7ea2b6409f15",
  startedAt: Date.UTC(2021, 3, 26, 11, 27, 25, 977),
  endedAt: Date.UTC(2021, 3, 26, 11, 27, 26, 145),
  languages: ["en"],
  sessionType: "interactive",
  containmentType: "dropOff",
  isDeveloper: false,
  userTags: [{ value: "newuser", name: "regular" }],
  sessionTags: [],
  messages: 1,
  tasks: 0,
};

/** The sessions of the vendor's samples. All but the first have masked ids there, filled in here as in the description. */
export const xoSamples: readonly XoSession[] = [
  {
    ...MASKED,
    sessionId: sampleSessionId,
    botId: sampleBot.botId,
    userId: "u-8c4ca335-3152-5622-9cbb-51c6daf6c12f",
    startedAt: Date.UTC(2023, 4, 18, 7, 10, 38, 695),
    endedAt: Date.UTC(2023, 4, 18, 7, 10, 39, 201),
    containmentType: "selfService",
    status: "closed",
    userTags: [],
    messages: 3,
    tasks: 1,
  },
  MASKED,
  {
    ...MASKED,
    sessionId: "6086a39e4c1a5e7d903d219e",
    sessionType: "non-interactive",
    containmentType: "selfService",
    messages: 6,
  },
  {
    ...MASKED,
    sessionId: "6086a39e4c1a5e7d903d21ae",
    sessionType: "non-interactive",
    containmentType: "selfService",
    messages: 8,
  },
  { ...MASKED, sessionId: "6086a39e4c1a5e7d903d21be", containmentType: "agent", userTags: [], messages: 7, tasks: 2 },
];
