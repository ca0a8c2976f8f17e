import type {
  CreateSessionInput,
  FoundryAipAgentsOptions,
  GetSessionInput,
  ListSessionsInput as ListFoundrySessionsInput,
} from "@org/foundry-aip-agents";
import type { ClientCredentialsOptions } from "@org/foundry-aip-agents/oauth";
import type { CreateAppSessionInput, KoreAgentPlatformOptions, ListAppSessionsInput } from "@org/kore-agent-platform";
import type {
  ClientApp,
  GetAccountSessionsInput,
  GetBotSessionsInput,
  KoreXoOptions,
  ListSessionsInput,
  LookUpSessionsInput,
} from "@org/kore-xo";
import type { CallOptions, ListOptions, RetryPolicy } from "@org/runtime";
import type { AllListOptions, CollectOptions, ListRange } from "@org/sessions";
import type { FoundryCreateInput, FoundryListInput, FoundryProviderOptions } from "@org/sessions/foundry-aip-agents";
import type {
  AgentPlatformCreateInput,
  AgentPlatformListInput,
  AgentPlatformProviderOptions,
} from "@org/sessions/kore-agent-platform";
import type { XoIdsInput, XoProviderOptions, XoRangeInput } from "@org/sessions/kore-xo";
import { holds, type Same } from "../support/expect.js";
import { foundry } from "./clients.js";
import { sessions } from "./facade-of-three.js";

/** The optional fields of an input that do not take `undefined`: under exactOptionalPropertyTypes that is a difference. */
type Refusing<Input> = Input extends unknown
  ? {
      [Name in keyof Input]-?: Record<never, never> extends Pick<Input, Name>
        ? { readonly [_ in Name]: undefined } extends Pick<Input, Name>
          ? never
          : Name
        : never;
    }[keyof Input]
  : never;

// Whoever passes a setting on need not know whether it was set: `{ pageSize: query.pageSize }`.
holds<Same<Refusing<CreateSessionInput | GetSessionInput | ListFoundrySessionsInput>, never>>();
holds<Same<Refusing<CreateAppSessionInput | ListAppSessionsInput>, never>>();
holds<Same<Refusing<GetAccountSessionsInput | GetBotSessionsInput>, never>>();
holds<Same<Refusing<ListSessionsInput | LookUpSessionsInput | ClientApp | ClientCredentialsOptions>, never>>();
holds<Same<Refusing<FoundryAipAgentsOptions | KoreAgentPlatformOptions | KoreXoOptions>, never>>();
holds<Same<Refusing<CallOptions | ListOptions | RetryPolicy>, never>>();
holds<Same<Refusing<AllListOptions | CollectOptions | ListRange>, never>>();
holds<Same<Refusing<FoundryCreateInput | FoundryListInput | FoundryProviderOptions>, never>>();
holds<Same<Refusing<AgentPlatformCreateInput | AgentPlatformListInput | AgentPlatformProviderOptions>, never>>();
holds<Same<Refusing<XoIdsInput | XoRangeInput | XoProviderOptions>, never>>();

declare const settings: { readonly pageSize?: number; readonly agentVersion?: string; readonly until?: string };
const { pageSize, agentVersion, until } = settings;
const agentRid = "ri.aip-agents..agent.1";
await foundry.createSession({ agentRid, agentVersion, preview: undefined }, { signal: undefined, retry: undefined });
await foundry.listSessions({ agentRid, pageSize }).toArray({ max: undefined });
await sessions.support.create({ agentVersion });
await sessions.support.create(undefined, undefined);
await sessions.shop.create({ user: "usr_1", reference: undefined, source: undefined });
await sessions.ivr.list({ since: "2026-02-01", until, ids: undefined, tags: undefined }).toArray({ max: undefined });
await sessions.all.list({ since: "2026-02-01", until }, { onProviderError: undefined }).toArray({ sort: undefined });
