/** A request, taken apart. */
export interface RequestParts {
  /** In any case. */
  readonly method: string;
  /** With the base path, as it stands in the URL: not decoded, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  /** Empty or absent: there is no body. */
  readonly bodyText?: string | undefined;
}

/** A response, taken apart. */
export interface ResponseParts {
  readonly status: number;
  readonly headers: Headers;
  /** Empty or absent: there is no body. */
  readonly bodyText?: string | undefined;
}

/** The cookies that a request carries, by name. */
export function cookiesIn(headers: Headers): ReadonlyMap<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(";").filter((pair) => pair.includes("="));
  return new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1).trim()]),
  );
}
