/* oxlint-disable unicorn/no-thenable -- one of the mistakes below */
import { createSessions } from "@org/sessions";
import { koreXo } from "@org/sessions/kore-xo";
import { ivr, support } from "./facade-of-three.js";

// `all` is all providers, and an object with `then` would be taken for a promise.
createSessions({
  support,
  // @ts-expect-error TS2322: is reserved; choose another key
  all: ivr,
});
createSessions({
  support,
  // @ts-expect-error TS2322: is reserved; choose another key
  then: ivr,
});

createSessions({
  support,
  // @ts-expect-error TS2322: Type 'string' is not assignable to type 'AnyAdapter'
  ivr: "kore-xo",
});
createSessions({
  support,
  // @ts-expect-error TS2322: Type '2' is not assignable to type '1'
  ivr: { ...ivr, contract: 2 },
});
koreXo({
  // @ts-expect-error TS2353: 'token' does not exist in type
  auth: { token: "token" },
});
koreXo({
  auth: { jwt: "jwt" },
  // @ts-expect-error TS2561: 'botID' does not exist in type 'XoProviderOptions'
  botID: "st-1",
});
