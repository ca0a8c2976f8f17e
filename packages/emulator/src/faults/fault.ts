/** Whether the operation takes place. `"before"`: the fault comes first, so it does not. `"after"`: it does, unheard. */
export type FaultTime = "before" | "after";

/** A JSON value. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A late answer. */
export interface LatencyFault {
  readonly kind: "latency";
  /** In milliseconds, by the emulator's clock. */
  readonly ms: number;
  /** Default: `"before"`, so that the operation waits too. */
  readonly when?: FaultTime | undefined;
}

/** Another answer than that of the service: a refusal, an empty body, a redirect, garbage. */
export interface AnswerFault {
  readonly kind: "answer";
  /** From 200 to 599. */
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as it is, as JSON unless `headers` name another type. Default: none, and `Content-Length: 0`. */
  readonly body?: string | undefined;
  /** The header `Retry-After`: a text is sent as it is, an HTTP date lies so many milliseconds ahead (or behind). */
  readonly retryAfter?: string | { readonly dateInMs: number } | undefined;
  /** Default: `"before"`. */
  readonly when?: FaultTime | undefined;
}

/** The HTML page of a proxy. */
export interface ProxyPageFault {
  readonly kind: "proxy-page";
  /** Default: 502. */
  readonly status?: number | undefined;
  /** Default: `"before"`. */
  readonly when?: FaultTime | undefined;
}

/** The service's own refusal of a credential that it does not know, or no longer. */
export interface ExpiredCredentialFault {
  readonly kind: "expired-credential";
}

/** An answer that repeats the request's credential, as an imprudent gateway does. */
export interface EchoCredentialFault {
  readonly kind: "echo-credential";
  /** Default: 400. */
  readonly status?: number | undefined;
  /** `"body"`: in JSON, once as it is and once in escapes. `"headers"`: in `x-request-id` and `www-authenticate`. Default: `"body"`. */
  readonly in?: "body" | "headers" | undefined;
}

/** The service's answer, cut short, with a `Content-Length` that fits the rest. */
export interface TruncateFault {
  readonly kind: "truncate";
  /** How many bytes are left. Default: half. */
  readonly bytes?: number | undefined;
}

/** The service's answer under another content type. */
export interface ContentTypeFault {
  readonly kind: "content-type";
  /** `null`: none. */
  readonly type: string | null;
}

/** The service's answer with other values in it: unknown members of enums, extra fields, `__proto__`. */
export interface EditFault {
  readonly kind: "edit";
  // A pointer such as /sessions/*/status would end a doc comment.
  /** Values by JSON pointer, such as `/sessions/0/status`. A `*` in the place of a name or a number means each of them. */
  readonly set: Readonly<Record<string, Json>>;
}

/** A listing that does not advance: each request gets the first page, and that page says that more follow. */
export interface RepeatPageFault {
  readonly kind: "repeat-page";
  /** `"none"`: the page is empty, too. Default: `"same"`. */
  readonly rows?: "same" | "none" | undefined;
}

/** A very long body: the service's answer, and spaces after it. */
export interface HugeFault {
  readonly kind: "huge";
  /** Length of the whole body. */
  readonly bytes: number;
  /** Whether a `Content-Length` says so. Default: true. */
  readonly announced?: boolean | undefined;
}

/** A body that arrives bit by bit. */
export interface DripFault {
  readonly kind: "drip";
  /** How many bytes come at a time. */
  readonly bytes: number;
  /** How long it takes to the next ones, in milliseconds, by the emulator's clock. */
  readonly everyMs: number;
  /** Whether a `Content-Length` says how many there will be. Default: true. */
  readonly announced?: boolean | undefined;
}

/** Before any of the answer, where the operation may take place or not; or in an answer, where it does. */
export type FaultPlace =
  | { readonly at: "before-headers"; readonly when?: FaultTime | undefined }
  | {
      readonly at: "after-headers" | "mid-body";
      /** Whether a `Content-Length` says how much would have come. Default: true. */
      readonly announced?: boolean | undefined;
    };

/** A connection that breaks. */
export type CutFault = FaultPlace & {
  readonly kind: "cut";
  /** `"reset"` (RST) or `"close"` (FIN). Default: `"reset"`. */
  readonly by?: "reset" | "close" | undefined;
};

/** A connection that stays open, on which nothing comes any more until the client gives up. */
export type StallFault = FaultPlace & { readonly kind: "stall" };

/** What can go wrong, as plain data: it can be sent to an emulator in another process. */
export type Fault =
  | LatencyFault
  | AnswerFault
  | ProxyPageFault
  | ExpiredCredentialFault
  | EchoCredentialFault
  | TruncateFault
  | ContentTypeFault
  | EditFault
  | RepeatPageFault
  | HugeFault
  | DripFault
  | CutFault
  | StallFault;
