import { isConfigurationError } from "@org/runtime";
import { expect, test } from "vitest";
import { parseRef } from "../src/ref.js";
import { toSession } from "../src/to-session.js";
import { session } from "./support/fake-adapter.js";

const keys = ["ivr", "support-2", "shop_eu"];

test.each(["6465cf6e4769ed4e822b82a1", "ri.aip-agents..session.292db3b2", "s:with:colons", ":", " "])(
  "the ref of a session leads back to its key and id: %s",
  (id) => {
    for (const key of keys) expect(parseRef(toSession(key, "kind", session(id)).ref, keys)).toEqual({ key, id });
  },
);

test.each([undefined, null, 7, {}, "", "ivr", "ivr:", ":id", "nobody:id", "IVR:id", "__proto__:id", "toString:id"])(
  "anything else is refused, naming ref: %o",
  (ref) => {
    let thrown: unknown;
    try {
      parseRef(ref, keys);
    } catch (error) {
      thrown = error;
    }
    expect(isConfigurationError(thrown) && thrown.field).toBe("ref");
  },
);
