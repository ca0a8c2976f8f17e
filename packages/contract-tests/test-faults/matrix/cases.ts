import { bodies } from "./cases/bodies.ts";
import { connections } from "./cases/connections.ts";
import { contents } from "./cases/contents.ts";
import { credentials } from "./cases/credentials.ts";
import { statuses } from "./cases/statuses.ts";
import { tokenEndpoint } from "./cases/token-endpoint.ts";
import type { FaultCase } from "./fault-case.ts";

/** Every fault of the matrix. */
export const cases: readonly FaultCase[] = [
  ...statuses,
  ...bodies,
  ...connections,
  ...contents,
  ...credentials,
  ...tokenEndpoint,
];
