import type { AppSession, SessionIdentity } from "@org/kore-agent-platform";
import {
  isKnownBotSessionChannel,
  type BotSession,
  type GetBotSessionsInput,
  type KnownBotSessionChannel,
} from "@org/kore-xo";
import { exactly, holds, type Same } from "../support/expect.js";

// A response may hold values that nobody has documented: the type admits them, and still knows the documented ones.
declare const session: BotSession;
const unheardOf: BotSession["channel"] = "carrier-pigeon";
const known: BotSession["channel"] = "sms";
holds<Same<Extract<BotSession["sessionType"], "interactive">, "interactive">>();
holds<Same<Same<BotSession["channel"], string>, false>>();
exactly<string[]>()([unheardOf, known].map((channel): string => channel));
if (session.containmentType === "handedOver") throw new Error(session.sessionId);
if (isKnownBotSessionChannel(session.channel)) exactly<KnownBotSessionChannel>()(session.channel);
const status: AppSession["status"] = "paused";
exactly<string>()(status.toUpperCase());

// A request may not, unless the vendor contradicts itself on what it takes.
// @ts-expect-error TS2322: Type '"handedOver"' is not assignable to type
const asked: GetBotSessionsInput["containmentType"] = "handedOver";
holds<Same<NonNullable<typeof asked>, "dropOff" | "selfService" | "agent">>();
const identity: SessionIdentity = { type: "loyaltyCard", value: "1" };
holds<Same<Extract<(typeof identity)["type"], "sessionIdentity">, "sessionIdentity">>();
