import type { EmulatorCredentials } from "@org/emulator";
import type { ApiName } from "../support/api.ts";
import type { Clients } from "./clients.ts";
import { first, type SafeResult } from "./safe-result.ts";

/** A good call of one operation. */
export interface OperationCall {
  readonly api: ApiName;
  readonly operation: string;
  call(): Promise<SafeResult>;
}

/** One good call of each operation, for services that are not well. */
export function oneOfEach(clients: Clients, credentials: EmulatorCredentials): readonly OperationCall[] {
  const { agentRid, sessionRid } = credentials.foundry;
  const { appId, envName } = credentials.agentPlatform;
  const { botId } = credentials.xo;
  const foundry = clients.foundry();
  const platform = clients.platform();
  const sessionIdentity = [{ type: "userReference", value: "judged" }];
  const calls = (api: ApiName, functions: Readonly<Record<string, () => Promise<SafeResult>>>): OperationCall[] =>
    Object.entries(functions).map(([operation, call]) => ({ api, operation, call }));
  return [
    ...calls("foundry-aip-agents", {
      createSession: () => foundry.createSession.safe({ agentRid }),
      getSession: () => foundry.getSession.safe({ agentRid, sessionRid }),
      listSessions: () => first(foundry.listSessions.safe({ agentRid })),
    }),
    ...calls("kore-agent-platform", {
      createAppSession: () => platform.createAppSession.safe({ appId, envName, sessionIdentity }),
      listAppSessions: () => first(platform.listAppSessions.safe({ appId, envName })),
    }),
    ...calls("kore-xo", {
      getBotSessions: () => first(clients.xoBot.getBotSessions.safe({ botId, limit: 1 })),
      getAccountSessions: () => first(clients.xoAccount.getAccountSessions.safe({ limit: 1 })),
    }),
  ];
}
