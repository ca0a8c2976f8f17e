/** The session that every contender gets, ready-made. */
export const agentRid = "ri.aip-agents..agent.732cd5b4-7ca7-4219-aabb-6e976faf63b1";
export const sessionRid = "ri.aip-agents..session.292db3b2-b653-4de6-971c-7e97a7b881d6";
export const token = "a-token-of-the-usual-length-for-such-a-service-0123456789abcdef0123456789abcdef";

const withoutTitle = {
  rid: sessionRid,
  metadata: {
    title: "",
    createdTime: "2026-02-01T09:30:00.123456789Z",
    updatedTime: "2026-02-01T10:00:00.123456789Z",
    messageCount: 12,
    estimatedExpiresTime: "2026-03-01T09:30:00.123456789Z",
  },
  agentRid,
  agentVersion: "1.0",
};

const wantedBytes = 1024;
const title = "Where is my order? ".repeat(100).slice(0, wantedBytes - JSON.stringify(withoutTitle).length);

/** The answer's body: 1 kB. */
export const sessionBody = JSON.stringify({ ...withoutTitle, metadata: { ...withoutTitle.metadata, title } });
