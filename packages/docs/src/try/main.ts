import { createEmulator } from "@org/emulator";
import { forTrying, type Document } from "./for-trying.ts";

/** The part of Scalar's global that is used here. */
declare const Scalar: {
  createApiReference(selector: string, configuration: unknown): unknown;
};

const assets = new URL(".", import.meta.url);
// One app for both operations of XO: the widget has one credential for each description.
const emulator = createEmulator({ xo: { accountAppsOnBotPaths: "allowed" } });
const { foundry, agentPlatform, xo } = emulator.credentials;

/** Where the emulator seems to be. Nothing is served there: the hook below answers before a request leaves the page. */
const emulatorAddress = (name: string): string => new URL(`../emulator/${name}`, assets).href;

const descriptions = await Promise.all(
  (
    [
      ["foundry-aip-agents", "Foundry AIP Agents", "bearerToken", { token: foundry.token }],
      ["kore-agent-platform", "Kore.ai Agent Platform", "apiKey", { value: agentPlatform.apiKey }],
      ["kore-xo", "Kore.ai XO", "jwt", { value: xo.accountToken }],
    ] as const
  ).map(async ([name, title, scheme, credential]) => {
    const description = (await (await fetch(new URL(`../downloads/${name}/openapi.json`, assets))).json()) as Document;
    return {
      name,
      title,
      document: forTrying(description, emulatorAddress(name)),
      authentication: { preferredSecurityScheme: scheme, securitySchemes: { [scheme]: credential } },
    };
  }),
);

function atEmulator(url: string): string | undefined {
  const found = descriptions.find(({ name }) => url.startsWith(emulatorAddress(name)));
  return found && `https://emulator.invalid${url.slice(emulatorAddress(found.name).length)}`;
}

const answer: typeof fetch = (input, init) => {
  const request = new Request(input, init);
  const url = atEmulator(request.url);
  return url === undefined ? fetch(request) : emulator.fetch(new Request(url, request));
};

Scalar.createApiReference("#scalar", {
  sources: descriptions.map(({ name, title, document, authentication }, index) => ({
    slug: name,
    title,
    default: index === 0,
    content: document,
    authentication,
  })),
  customFetch: answer,
  proxyUrl: "",
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: "never",
  agent: { disabled: true },
  mcp: { disabled: true },
  persistAuth: false,
  documentDownloadType: "none",
  darkMode: document.documentElement.dataset.theme !== "light",
});
