import { inspect } from "node:util";

/** A way in which a value gets into logs. */
type Channel = readonly [name: string, text: string];

/** Where any of the secrets shows, in whatever form: one line a channel. */
export function leaksIn(values: Readonly<Record<string, unknown>>, secrets: ReadonlySet<string>): readonly string[] {
  const forms = [...secrets].filter((secret) => secret !== "").flatMap(formsOf);
  return Object.entries(values)
    .flatMap(([name, value]) => channelsOf(name, value))
    .filter(([, text]) => forms.some((form) => text.includes(form)))
    .map(([channel]) => `a credential shows in ${channel}`);
}

/** A secret as it is, in the encodings in which it travels, and the part of a token that makes it valid. */
function formsOf(secret: string): readonly string[] {
  const signature = secret.split(".").at(2) ?? "";
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64"),
    Buffer.from(secret).toString("base64url"),
    ...(signature === "" ? [] : [signature]),
  ];
}

function channelsOf(name: string, value: unknown): readonly Channel[] {
  const channels: Channel[] = [
    [`String(${name})`, attempt(() => String(value))],
    [
      `inspect(${name})`,
      attempt(() => inspect(value, { depth: 10, showHidden: true, getters: true, breakLength: Infinity })),
    ],
    [`JSON.stringify(${name})`, attempt(() => JSON.stringify(value) ?? "")],
  ];
  if (typeof value !== "object" || value === null) return channels;
  const { message, stack, cause, toJSON } = value as Error & { toJSON?: () => unknown };
  channels.push([`${name}.message`, String(message)], [`${name}.stack`, String(stack)]);
  if (typeof toJSON === "function") {
    channels.push([`${name}.toJSON()`, attempt(() => inspect(toJSON.call(value), { depth: 10 }))]);
  }
  if (cause !== undefined) channels.push(...channelsOf(`${name}.cause`, cause));
  return channels;
}

function attempt(read: () => string): string {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}
