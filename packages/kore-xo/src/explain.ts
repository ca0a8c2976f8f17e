/** The service's code for any token that it does not accept, whatever the reason. */
const invalidCredentials = 4002;

/** Says what to look at where the service only says that the token is invalid. */
export function explain(status: number, body: unknown): string | undefined {
  const { errors } = (body ?? {}) as { errors?: readonly { code?: unknown }[] };
  const code = Array.isArray(errors) ? (errors[0] as { code?: unknown } | undefined)?.code : undefined;
  if (status !== 401 && Number(code) !== invalidCredentials) return undefined;
  return (
    "the service says so of any token it does not accept: check clientId and clientSecret, that the app has the scope and " +
    "is published, that this machine's clock is right (the token says when it was made), and whether the app wants other " +
    "claims or enforces JTI (see auth.claims and auth.singleUse)"
  );
}
