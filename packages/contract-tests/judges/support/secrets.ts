/** The names of the texts in which one of the secrets stands, plain or as it stands in JSON, a URL or base64. */
export function textsWithSecrets(
  texts: Readonly<Record<string, string>>,
  secrets: readonly string[],
): readonly string[] {
  const spelled = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString("base64").replace(/=+$/, ""),
  ]);
  return Object.entries(texts)
    .filter(([, text]) => spelled.some((secret) => text.includes(secret)))
    .map(([name]) => name);
}
