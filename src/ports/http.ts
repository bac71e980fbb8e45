import type { HttpOutcome } from '../kernel/http-outcome.ts';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole exchange of one try. */
  readonly timeoutMs: number;
  /** Tries in all. */
  readonly attempts: number;
  /** Sent twice it does the same as once. */
  readonly idempotent: boolean;
  /** Bytes of the answer that are read. Default: 1 MiB. */
  readonly mostBytes?: number;
  /** The outcome of a try, for the log: without secrets. */
  told(outcome: HttpOutcome): string;
}

/** Requests to a server that is not GitHub: sent again only where that cannot do a thing twice. Never rejects for what the network does. */
export interface HttpPort {
  /** The outcome of the last try. */
  send(request: HttpRequest): Promise<HttpOutcome>;
}
