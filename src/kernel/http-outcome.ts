/** How one request over HTTP ended. */
import { redact } from './redact.ts';

export type HttpOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** At most as much of it as was asked for. */
      readonly text: string;
      /** There was more, or it broke off. */
      readonly isCut?: true;
      readonly retryAfterMs?: number;
    }
  /** No connection came about: nothing was sent. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** Something may have been sent, and no answer came. */
  | { readonly kind: 'broken'; readonly reason: string };

/** What decides whether a request may be sent again. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly retryAfterMs?: number | undefined }
  | { readonly kind: 'unreachable' | 'broken' };

/** An answer in the two hundreds. */
export function succeeded(outcome: Outcome): boolean {
  return outcome.kind === 'answer' && outcome.status >= 200 && outcome.status < 300;
}

/** Whether it may have been carried out although no answer said so: then a person must look before asking again. */
export function isUnclear(outcome: Outcome): boolean {
  return outcome.kind === 'broken' || (outcome.kind === 'answer' && outcome.status >= 500);
}

/** The outcome in short, without secrets, on one line. */
export function saidBy(outcome: HttpOutcome, secrets: readonly (string | undefined)[]): string {
  if (outcome.kind === 'unreachable') return `it could not be reached (${redact(outcome.reason, secrets)})`;
  if (outcome.kind === 'broken') return `the connection broke (${redact(outcome.reason, secrets)})`;
  const text = redact(outcome.text, secrets).replaceAll(/\s+/g, ' ').trim().slice(0, 200);
  return text === '' ? `it answered ${outcome.status}` : `it answered ${outcome.status} (${text})`;
}
