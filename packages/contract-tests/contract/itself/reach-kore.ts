import type { Reach } from "./reach.ts";

const noBody = { bodyText: '{"limit":"ten"}' };

/** What the Agent Platform's operations can fail with. */
const onAgentPlatform = (operation: string): Reach[] => [
  { operation, status: 400, change: () => noBody },
  { operation, status: 401, change: () => ({ headers: { "content-type": "application/json" } }) },
  {
    operation,
    status: 403,
    change: ({ headers }, { agentPlatform }) => ({
      headers: {
        ...headers,
        "x-api-key": operation === "createAppSession" ? agentPlatform.listOnlyApiKey : agentPlatform.createOnlyApiKey,
      },
    }),
  },
  { operation, status: 404, change: ({ path }) => ({ path: { ...path, envName: "nowhere" } }) },
  { operation, status: 429, options: { agentPlatform: { requestsPerMinute: 1 } }, times: 2 },
  // No request makes a healthy service fail.
  { operation, status: 500, fault: '{"statusCode":500,"message":"Internal server error"}' },
  { operation, status: 503, fault: '{"statusCode":503,"message":"Service unavailable"}' },
];

export const reachAgentPlatform: readonly Reach[] = [
  ...onAgentPlatform("createAppSession"),
  {
    operation: "createAppSession",
    status: 409,
    change: (_, { agentPlatform: { sessionId } }) => ({
      bodyText: JSON.stringify({
        sessionIdentity: [
          { type: "sessionId", value: sessionId },
          { type: "userReference", value: "somebody-else" },
        ],
      }),
    }),
  },
  ...onAgentPlatform("listAppSessions"),
];

/** What the XO Platform's operations can fail with. */
const onXo = (operation: string): Reach[] => [
  { operation, status: 400, change: () => noBody },
  { operation, status: 401, change: ({ headers }) => ({ headers: { ...headers, auth: "nobody" } }) },
  {
    operation,
    status: 403,
    change: ({ headers }, { xo }) => ({
      headers: { ...headers, auth: operation === "getBotSessions" ? xo.accountToken : xo.token },
    }),
  },
  { operation, status: 429, options: { xo: { requestsPerMinute: 1 } }, times: 2 },
  { operation, status: 500, fault: '{"errors":[{"msg":"Internal server error","code":500}]}' },
  { operation, status: 503, fault: '{"errors":[{"msg":"Service unavailable","code":503}]}' },
];

export const reachXo: readonly Reach[] = [
  ...onXo("getBotSessions"),
  { operation: "getBotSessions", status: 404, change: () => ({ path: { botId: "st-none" } }) },
  ...onXo("getAccountSessions"),
  // The account-wide path names nothing that could be missing.
  { operation: "getAccountSessions", status: 404, fault: '{"errors":[{"msg":"Account not found","code":404}]}' },
];
