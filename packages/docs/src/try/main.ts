import { createEmulator } from "@org/emulator";

/** The part of Scalar's global that is used here. */
declare const Scalar: {
  createApiReference(selector: string, configuration: unknown): unknown;
};

interface Description {
  readonly name: string;
  readonly title: string;
  readonly document: { readonly servers: readonly { readonly url: string }[] };
  /** The credential of the emulator for each of its security schemes. */
  readonly authentication: unknown;
}

const assets = new URL(".", import.meta.url);
const emulator = createEmulator();
const { foundry, agentPlatform, xo } = emulator.credentials;

/** Where the emulator seems to be. Nothing is served there: the hook below answers before a request leaves the page. */
const emulatorAddress = (name: string): string => new URL(`../emulator/${name}`, assets).href;

const descriptions: Description[] = await Promise.all(
  (
    [
      ["foundry-aip-agents", "Foundry AIP Agents", "bearerToken", { token: foundry.token }],
      ["kore-agent-platform", "Kore.ai Agent Platform", "apiKey", { value: agentPlatform.apiKey }],
      ["kore-xo", "Kore.ai XO", "jwt", { value: xo.token }],
    ] as const
  ).map(async ([name, title, scheme, credential]) => ({
    name,
    title,
    document: await (await fetch(new URL(`../downloads/${name}/openapi.json`, assets))).json(),
    authentication: { preferredSecurityScheme: scheme, securitySchemes: { [scheme]: credential } },
  })),
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
    content: {
      ...document,
      servers: [
        { url: withPath(emulatorAddress(name), document.servers), description: "The emulator in this page" },
        ...document.servers,
      ],
    },
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

/** Path of the first server, below the emulator's address: the emulator knows the operations by their whole path. */
function withPath(address: string, [server]: Description["document"]["servers"]): string {
  return address + new URL((server?.url ?? "").replaceAll(/\{\w+\}/g, "host")).pathname.replace(/\/$/, "");
}
