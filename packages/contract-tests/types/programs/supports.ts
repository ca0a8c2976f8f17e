import { supports } from "@org/sessions";
import { exactly, holds, type Same } from "../support/expect.js";
import { sessions } from "./facade-of-three.js";

// Generic code asks what a provider can do, and what it learns is known to the compiler.
declare const key: "support" | "shop" | "ivr";
const provider = sessions[key];
// @ts-expect-error TS2339: Property 'create' does not exist on type
await provider.create({ user: "usr_1" });
if (supports(provider, "create")) {
  exactly<"support" | "shop">()((await provider.create({ user: "usr_1" })).provider);
} else {
  holds<Same<typeof provider, typeof sessions.ivr>>();
}
// @ts-expect-error TS2345: Argument of type '"delete"' is not assignable to parameter of type 'Capability'
supports(provider, "delete");

// What all of them can do needs no question.
exactly<"support" | "shop" | "ivr">()((await provider.get("1")).provider);
for await (const session of provider.list({ since: "2026-02-01" }))
  exactly<"support" | "shop" | "ivr">()(session.provider);
