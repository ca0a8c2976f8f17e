import type { MutantGroup } from "../harness/mutant.ts";

const file = "retry.ts";

export const backoff: MutantGroup = {
  title: "Backoff",
  sources: "packages/runtime/src",
  tests: ["packages/runtime/test/retry.test.ts"],
  mutants: [
    {
      name: "the first wait is as long as the second",
      file,
      find: "2 ** (attempt - 1)",
      replace: "2 ** attempt",
      why: "every wait is twice as long as documented",
    },
    {
      name: "waits grow evenly",
      file,
      find: "2 ** (attempt - 1)",
      replace: "attempt",
      why: "a struggling service is pressed harder than documented",
    },
    {
      name: "there is no longest wait",
      file,
      find: "Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1))",
      replace: "(policy.baseDelayMs * 2 ** (attempt - 1))",
      why: "with many attempts, one wait takes hours",
    },
    {
      name: "the longest wait is the only one",
      file,
      find: "Math.min(policy.maxDelayMs,",
      replace: "Math.max(policy.maxDelayMs,",
      why: "the first retry takes seconds",
    },
    {
      name: "there is no jitter",
      file,
      find: "Math.floor(random() * ",
      replace: "Math.floor(",
      why: "clients that failed together come back together",
    },
    {
      name: "there is half of a jitter",
      file,
      find: "Math.floor(random() * ",
      replace: "Math.floor((0.5 + random() / 2) * ",
      why: "clients that failed together spread over half the time only",
    },
    {
      name: "off at the call is not off",
      file,
      edits: [
        { find: "call === false || (call === undefined && client === false)", replace: "!call && client === false" },
        { find: "=> call?.[name]", replace: "=> (call || undefined)?.[name]" },
      ],
      why: "a call that must not be sent again is",
    },
    {
      name: "off at the client is off for good",
      file,
      find: "(call === undefined && client === false)",
      replace: "client === false",
      why: "a call's own policy is ignored",
    },
    {
      name: "the client's setting goes before the call's",
      file,
      find: "call?.[name] ?? (client || undefined)?.[name]",
      replace: "(client || undefined)?.[name] ?? call?.[name]",
      why: "a call's own policy is ignored",
    },
  ],
};
