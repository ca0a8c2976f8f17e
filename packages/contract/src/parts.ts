interface Body {
  /** Empty or absent: there is no body. */
  readonly bodyText?: string | undefined;
  /** There is a body, but not its text, so that its presence and content type alone are checked. */
  readonly bodyIsUnread?: boolean | undefined;
}

/** A request, taken apart. */
export interface RequestParts extends Body {
  /** In any case. */
  readonly method: string;
  /** With the base path, as it stands in the URL: not decoded, without query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
}

/** A response, taken apart. */
export interface ResponseParts extends Body {
  /** What was asked. Where it is given, its credentials are not shown, should the answer repeat them. */
  readonly request?: RequestParts | undefined;
  readonly status: number;
  readonly headers: Headers;
}

/** The cookies that a request carries, by name. */
export function cookiesIn(headers: Headers): ReadonlyMap<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(";").filter((pair) => pair.includes("="));
  return new Map(
    pairs.map((pair) => [pair.slice(0, pair.indexOf("=")).trim(), pair.slice(pair.indexOf("=") + 1).trim()]),
  );
}
