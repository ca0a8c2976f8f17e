import {
  createFoundryAipAgents,
  type CreateSessionError,
  type FoundryAipAgents,
  type FoundryAipAgentsOptions,
  type GetSessionError,
  type ListSessionsError,
  type Session as FoundrySession,
} from "@org/foundry-aip-agents";
import {
  checkFieldNames,
  checkText,
  parseInstant,
  refused,
  type CallOptions,
  type Result,
  type UnreadableResponseError,
} from "@org/runtime";
import { adapterContract, type Adapter, type CreatingAdapter, type ListRange } from "./adapter.js";
import { mapPages } from "./map-pages.js";
import { isInRange, readRange, type InstantRange } from "./range.js";
import { mapResult } from "./map-result.js";
import type { AdapterSession } from "./session.js";

/** Options of {@link foundryAipAgents}: those of the provider's client, and the agent. */
export interface FoundryProviderOptions extends FoundryAipAgentsOptions {
  /** The agent whose sessions these are: `ri.aip-agents..agent.…`. */
  readonly agentRid: string;
}

/** What creating a session can say. */
export interface FoundryCreateInput {
  /** Default: the latest published version, at that moment. */
  readonly agentVersion?: string | undefined;
}

/**
 * Which sessions to list. The service has no filters, so a range is filtered here; the listing ends as soon as the
 * service's order, most recently updated first, shows that nothing else can be in it.
 */
export interface FoundryListInput extends ListRange {
  /** Sessions to ask for at a time; the service may give fewer or more. */
  readonly pageSize?: number | undefined;
}

/** Palantir Foundry AIP Agents as a provider. */
export interface FoundryProvider
  extends
    Adapter<"foundry-aip-agents", FoundrySession, FoundryListInput, GetSessionError, ListSessionsError>,
    CreatingAdapter<FoundrySession, FoundryCreateInput | undefined, CreateSessionError> {
  readonly needsSince: false;
  readonly getIsDerived: false;
  readonly client: FoundryAipAgents;
}

/**
 * Makes the provider.
 *
 * @throws {ConfigurationError} for a missing or impossible option, naming it.
 */
export function foundryAipAgents(options: FoundryProviderOptions): FoundryProvider {
  const { agentRid, ...clientOptions } = options ?? {};
  const client = createFoundryAipAgents(clientOptions);
  checkText("agentRid", agentRid, 'it looks like "ri.aip-agents..agent.732cd5b4-7ca7-4219-aabb-6e976faf63b1"');
  const one = async <Fault>(
    call: Promise<Result<FoundrySession, Fault>>,
  ): Promise<Result<AdapterSession<FoundrySession>, Fault | UnreadableResponseError>> =>
    mapResult(await call, toSession);
  return {
    contract: adapterContract,
    kind: "foundry-aip-agents",
    needsSince: false,
    getIsDerived: false,
    client,
    create: async (input = {}, callOptions?: CallOptions) =>
      refused("create", () => checkFieldNames("input", input, ["agentVersion"])) ??
      one(client.createSession.safe({ ...input, agentRid }, callOptions)),
    get: (sessionRid, callOptions) => one(client.getSession.safe({ agentRid, sessionRid }, callOptions)),
    list: (input, listOptions) => {
      let range: InstantRange = { since: undefined, until: undefined };
      const { since, until, pageSize } = input;
      const filtered = since !== undefined || until !== undefined;
      return mapPages<FoundrySession, FoundrySession, ListSessionsError>({
        check: () => {
          checkFieldNames("input", input, ["since", "until", "pageSize"]);
          range = readRange({ since, until });
        },
        pages: () => client.listSessions.safe({ pageSize, agentRid }, listOptions),
        toSession,
        ...(filtered && {
          keep: ({ createdAt }) => isInRange(createdAt, range),
          isLast: (items) => isOlder(items.at(-1), range),
        }),
      });
    },
  };
}

/** Was it last updated before the range? Then it was created before, and so was whatever follows it. */
function isOlder(session: FoundrySession | undefined, { since }: InstantRange): boolean {
  const updated = parseInstant(session?.metadata?.updatedTime ?? "");
  return since !== undefined && updated !== undefined && updated < since;
}

function toSession(raw: FoundrySession): AdapterSession<FoundrySession> {
  const { rid, agentRid, agentVersion, metadata } = raw;
  return {
    id: rid,
    createdAt: metadata?.createdTime,
    updatedAt: metadata?.updatedTime,
    expiresAt: metadata?.estimatedExpiresTime,
    title: metadata?.title,
    messageCount: metadata?.messageCount,
    agent: { id: agentRid, version: agentVersion },
    raw,
  };
}
