/** The parts of a description that are changed here. */
export interface Document {
  readonly servers: readonly { readonly url: string }[];
  readonly components: { readonly securitySchemes: Readonly<Record<string, { readonly type: string }>> };
}

const DAY_MS = 24 * 60 * 60 * 1000;
const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** The last days, which are fewer than the 7 that a request may ask for. */
const recentDates: Readonly<Record<string, string>> = { dateFrom: dayFromNow(-5), dateTo: dayFromNow(1) };

/**
 * A description with what suits the emulator in the page: its address first, examples that find what it has, and no way of
 * signing in that leads to another page.
 *
 * @param description as it is downloaded.
 * @param address where the emulator seems to be.
 */
export function forTrying(description: Document, address: string): Document {
  const { servers, components } = description;
  const schemes = Object.entries(components.securitySchemes).filter(([, { type }]) => type !== "oauth2");
  const kept = new Set(schemes.map(([name]) => name));
  return adapt(kept, {
    ...description,
    servers: [{ url: address + pathOf(servers), description: "The emulator in this page" }, ...servers],
    components: { ...components, securitySchemes: Object.fromEntries(schemes) },
  }) as Document;
}

/** The emulator knows operations by their whole path, of which the address of the first server is a part. */
function pathOf([server]: Document["servers"]): string {
  return new URL((server?.url ?? "").replaceAll(/\{\w+\}/g, "host")).pathname.replace(/\/$/, "");
}

/** What is optional starts empty, for it narrows what is found; dates are those of the emulator's sessions. */
function adapt(schemes: ReadonlySet<string>, value: unknown, name = ""): unknown {
  if (typeof value === "string") return recentDates[name] ?? value;
  if (Array.isArray(value)) {
    const items: readonly object[] = name === "security" ? value.filter((item) => isWithin(schemes, item)) : value;
    return items.map((item) => adapt(schemes, item));
  }
  if (typeof value !== "object" || value === null) return value;
  const isOptional = "in" in value && "required" in value && value.required === false;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !(isOptional && key === "example"))
      .map(([key, inner]) => [key, adapt(schemes, inner, key)]),
  );
}

function isWithin(schemes: ReadonlySet<string>, requirement: object): boolean {
  return Object.keys(requirement).every((scheme) => schemes.has(scheme));
}
