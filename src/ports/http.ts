export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange. */
  readonly timeoutMs: number;
}

export type HttpOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** At most 1 MiB of it. */
      readonly text: string;
      readonly retryAfterMs?: number;
    }
  /** No connection came about: nothing was sent. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Something may have been sent, and no answer came. */
  | { readonly kind: 'broken'; readonly reason: string };
