import type { FaultCase } from "../fault-case.ts";

const refused = { foundry: "Default:Unauthorized rejected", kore: "Unauthorized rejected" };
const times = (count: number) => ({ foundry: `${refused.foundry} ×${count}`, kore: `${refused.kore} ×${count}` });

/** Credentials that are refused, or come back. */
export const credentials: readonly FaultCase[] = [
  {
    name: "401 once, another credential can be had",
    rules: () => [{ times: 1, fault: { kind: "expired-credential" } }],
    credential: "stale",
    reads: "ok ×2",
    creates: "ok ×2",
    stored: 1,
  },
  {
    name: "401 always, another credential can be had",
    rules: () => [{ fault: { kind: "expired-credential" } }],
    credential: "stale",
    reads: times(2),
    creates: times(2),
    stored: 0,
  },
  {
    name: "401 always, the credential is fixed",
    rules: () => [{ fault: { kind: "expired-credential" } }],
    credential: "fixed",
    reads: times(1),
    creates: times(1),
    stored: 0,
  },
  {
    name: "400 whose body repeats the credential",
    rules: () => [{ fault: { kind: "echo-credential", status: 400 } }],
    reads: { foundry: "UnrecognizedApiError rejected ×1", kore: "BadRequest rejected ×1" },
    creates: { foundry: "UnrecognizedApiError rejected ×1", kore: "BadRequest rejected ×1" },
    says: "The gateway cannot pass on",
    stored: 0,
  },
  {
    name: "500 whose body repeats the credential",
    rules: () => [{ fault: { kind: "echo-credential", status: 500 } }],
    reads: { foundry: "UnrecognizedApiError unknown ×3", kore: "InternalServerError unknown ×3" },
    creates: { foundry: "UnrecognizedApiError unknown ×1", kore: "InternalServerError unknown ×1" },
    says: "The gateway cannot pass on",
    stored: 0,
  },
  {
    name: "200 whose body repeats the credential",
    rules: () => [{ fault: { kind: "echo-credential", status: 200 } }],
    reads: "UnreadableResponseError:unexpected-content unknown ×3",
    creates: "UnreadableResponseError:unexpected-content unknown ×1",
    stored: 0,
  },
  {
    name: "400 whose headers repeat the credential",
    rules: () => [{ fault: { kind: "echo-credential", status: 400, in: "headers" } }],
    reads: { foundry: "UnrecognizedApiError rejected ×1", kore: "BadRequest rejected ×1" },
    creates: { foundry: "UnrecognizedApiError rejected ×1", kore: "BadRequest rejected ×1" },
    stored: 0,
  },
];
