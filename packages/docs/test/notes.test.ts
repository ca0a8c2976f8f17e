import { join } from "node:path";
import foundry from "@org/specs/foundry-aip-agents" with { type: "json" };
import { describe, expect, test } from "vitest";
import { plainSight } from "../src/checks/main-part.ts";
import { builds } from "./builds.ts";
import { packageFolder } from "./support.ts";

/** What a reader must come across, where it matters, without opening anything. */
const notes: Readonly<Record<string, readonly [page: string, words: RegExp][]>> = {
  "keys do not belong in browsers": [
    ["start", /Keys do not belong in browsers.*Whoever opens the page can read them/],
    ["auth", /Keys do not belong in browsers.*Keep credentials on a server/],
    ["runtimes", /Browsers not with a real key.*Put a server between/],
    ["security", /API keys do not belong in browsers.*Call the services from a server/],
  ],
  "the rate limiter is per process, and a long listing needs onWait": [
    ["retries", /The rate limiter is per process.*Two processes know nothing of each other/],
    ["retries", /Give onWait to a long listing.*fails with RateLimited/],
    ["listings", /More than 1,800 requests an hour need onWait.*The limiter is per process/],
  ],
  "a resumed listing may repeat rows, and the last page has no next": [
    ["listings", /Every page but the last has next.*without resume a listing starts from the beginning/],
    ["listings", /Remove duplicates by id\./],
  ],
  "a proxy is reached through fetch": [["runtimes", /A proxy.*take any fetch.*goes through your proxy.*ProxyAgent/]],
  "an emulator in a container network needs a host and allowInsecure": [
    ["testing", /In a container network.*--host 0\.0\.0\.0.*allowInsecure: true.*Never give it for a real service/],
    ["security", /Plain http is refused.*allowInsecure: true.*container network and for nothing else/],
  ],
  "where to click for a credential": [
    ["auth", /Account → Settings → Tokens → Create token/],
    ["auth", /Developer Console.*client credentials grant/],
    ["auth", /API Keys.*Generate Key/],
    ["auth", /App Settings → Dev Tools → Web\/Mobile SDK/],
    ["auth", /Admin Console → Security & Control → API Scopes/],
  ],
  "which scopes each service wants": [
    ...Object.keys(foundry.components.securitySchemes.oauth2.flows.clientCredentials.scopes).map(
      (scope): [string, RegExp] => ["auth", new RegExp(`${scope} (listSessions|createSession)`)],
    ),
    ["auth", /creating needs Session Create, listing Session Details/],
    ["auth", /Dev Tools → API Scope, choose Bot Sessions\. Publish the bot/],
    ["auth", /Bot Analytics > Bot Sessions/],
  ],
  "where the ids and addresses are": [
    ["auth", /baseUrl the host name under which you open Foundry/],
    ["auth", /agentRid the resource identifier of an agent made in AIP Agent Studio/],
    ["auth", /baseUrl default: the vendor's cloud, https:\/\/agent-platform\.kore\.ai/],
    ["auth", /envName the name of the environment, exactly as the app's Environments page/],
    ["auth", /baseUrl default: the vendor's cloud, https:\/\/platform\.kore\.ai/],
    ["auth", /botId General Settings of the bot/],
  ],
  "what an error may hold": [["errors", /An error does hold what the service said.*can stand in your log/]],
};

describe.each(builds)("built for $base", ({ folder }) => {
  describe.each(Object.entries(notes))("it is in plain sight that %s", (_, places) => {
    test.each(places)("in %s: %s", (page, words) => {
      expect(plainSight(join(packageFolder, folder, "guides", page, "index.html")).replaceAll("’", "'")).toMatch(words);
    });
  });
});
