import type { Agent, AgentFailure, AgentVersion } from "./agent.js";
import type { FoundryErrorName } from "./errors.js";

const VERSIONS: readonly AgentVersion[] = [
  { version: "1.0", published: true },
  { version: "1.1", published: false },
  { version: "2.0", published: true },
  { version: "2.1", published: false },
];

/** The agent of the vendor's samples. */
export const sampleAgent: Agent = {
  rid: "ri.aip-agents..agent.732cd5b4-7ca7-4219-aabb-6e976faf63b1",
  versions: VERSIONS,
};

export const secondAgent: Agent = {
  rid: "ri.aip-agents..agent.0c1f6d0e-54b7-4a3c-8f0a-7d1f4b6f2a10",
  versions: [{ version: "1.0", published: true }],
};

export const unpublishedAgent: Agent = {
  rid: "ri.aip-agents..agent.5b0c7a36-9d1e-4f7b-a1c4-2e6f8d3b9a11",
  versions: [{ version: "0.1", published: false }],
};

const OBJECT_TYPE = "ri.ontology.main.object-type.0b7cf4f3-7a0b-4f5e-8f62-6f2a3f7c2d55";

const FAILURES = {
  ActionTypeNotFound: {
    on: "create",
    parameters: { actionRid: "ri.actions.main.action-type.5f3a86c1-6a6c-4d2b-8a43-5f4de1f2b1c7" },
  },
  CreateSessionPermissionDenied: { on: "create", parameters: {} },
  FunctionLocatorNotFound: {
    on: "create",
    parameters: {
      functionRid: "ri.function-registry.main.function.7f1a9d8e-3c52-4b0f-9c55-0c0a4b7b9c11",
      functionVersion: "1.2.3",
    },
  },
  ObjectTypeIdsNotFound: { on: "create", parameters: { objectTypeIds: ["order"] } },
  ObjectTypeRidsNotFound: { on: "create", parameters: { objectTypeRids: [OBJECT_TYPE] } },
  OntologyEntitiesNotFound: {
    on: "create",
    parameters: {
      objectTypeRids: [OBJECT_TYPE],
      linkTypeRids: ["ri.ontology.main.relation.8d9e0c6a-93a5-4f0e-a6f3-2b3c1d4e5f60"],
    },
  },
  SessionNotFound: {
    on: "create",
    parameters: { sessionRid: "ri.aip-agents..session.e2f7c1b8-4d3a-4c59-9f60-3a1b7d5e8c24" },
  },
  UnsupportedLanguageModelRid: {
    on: "create",
    parameters: {
      languageModelRid: "ri.language-model-service..language-model.gpt",
      modelPurpose: "PRIMARY_AGENT",
    },
  },
  "Default:Internal": { on: "everything", parameters: {} },
  "Default:PermissionDenied": { on: "everything", parameters: {} },
} as const satisfies Partial<Record<FoundryErrorName, Omit<AgentFailure, "error">>>;

/** Errors that an agent of the emulator stands for. */
export type FailingAgentName = keyof typeof FAILURES;

const failingAgents = Object.entries(FAILURES).map(([name, failure], index): [FailingAgentName, Agent] => {
  const error = name as FailingAgentName;
  const rid = `ri.aip-agents..agent.fa11ed00-0000-4000-8000-${String(index + 1).padStart(12, "0")}`;
  return [error, { rid, versions: VERSIONS, failure: { error, ...failure } }];
});

/** RIDs of the agents that always fail, by the name of the error. */
export const failingAgentRids = Object.fromEntries(failingAgents.map(([name, { rid }]) => [name, rid])) as Readonly<
  Record<FailingAgentName, string>
>;

/** Every agent of the emulator, by RID. */
export const agents: ReadonlyMap<string, Agent> = new Map(
  [sampleAgent, secondAgent, unpublishedAgent, ...failingAgents.map(([, agent]) => agent)].map((agent) => [
    agent.rid,
    agent,
  ]),
);
