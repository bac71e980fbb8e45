/** Sends the summary to where people read: once a day, or when something new waits for somebody. */
import { createHash, createHmac } from 'node:crypto';
import { boardRules } from '../rules.ts';
import type { Digest } from '../announce/digest.ts';
import { kindNames, messageFor } from '../announce/messages.ts';
import type { MessageTarget } from '../announce/targets.ts';
import type { Finding } from '../../report/model.ts';
import { saidBy, succeeded, type HttpOutcome } from '../../kernel/http-outcome.ts';
import { isRecord } from '../../kernel/record.ts';
import { isUserError } from '../../kernel/user-error.ts';
import type { HttpPort } from '../../ports/http.ts';
import type { LedgerCache } from '../../ports/ledger-cache.ts';

export type AnnounceWhen = 'attention' | 'daily';

export interface Announcing {
  readonly targets: readonly MessageTarget[];
  readonly when: AnnounceWhen;
}

export interface AnnouncePorts {
  readonly http: HttpPort;
  /** Remembers what was sent; without it the same is sent each time. */
  readonly cache?: LedgerCache | undefined;
  /** Milliseconds since the epoch. */
  now(): number;
}

const memoryFile = 'announced.json';

interface Memory {
  /** `2026-11-30`. */
  readonly day: string;
  /** Of what waited when it was sent. */
  readonly keys: readonly string[];
}

/** What could not be sent or remembered. Addresses and secrets are in none of it. */
export async function announce(
  digest: Digest,
  { targets, when }: Announcing,
  ports: AnnouncePorts,
): Promise<Finding[]> {
  if (targets.length === 0) return [];
  const day = new Date(ports.now()).toISOString().slice(0, 10);
  const keys = digest.needs.map(({ key }) =>
    createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 12),
  );
  const { before, finding } = await remembered(ports.cache);
  if (!isDue(when, { day, keys }, before)) return finding;
  const sent = await Promise.all(targets.map((target) => send(target, digest, ports)));
  const failed = sent.flat();
  // Where nobody was reached it is sent again next time.
  const forgotten = failed.length === targets.length ? [] : await remember(ports.cache, { day, keys });
  return [...finding, ...failed, ...forgotten];
}

function isDue(when: AnnounceWhen, { day, keys }: Memory, before: Memory | undefined): boolean {
  return when === 'daily' ? before?.day !== day : keys.some((key) => before?.keys.includes(key) !== true);
}

const timeoutMs = 15_000;

async function send(target: MessageTarget, digest: Digest, { http, now }: AnnouncePorts): Promise<Finding[]> {
  const { kind, line } = target;
  const { url, body, headers } = signed(target, messageFor(kind, digest), now());
  const name = `${kindNames[kind]} (line ${line} of \`notify\`)`;
  const secrets = [target.url.href, target.secret ?? '', ...secretParts(target.url)];
  const told = (outcome: HttpOutcome) => `${name}: ${saidBy(outcome, secrets)}`;
  const request = {
    method: 'POST',
    url,
    headers,
    body,
    timeoutMs,
    attempts: 3,
    idempotent: false,
    told,
  } as const;
  const outcome = await http.send(request);
  if (succeeded(outcome) && isTaken(target, outcome)) return [];
  return [
    boardRules['not-announced'].finding({
      message: `The summary did not reach ${name}: ${saidBy(outcome, secrets)}`,
      help: 'Check the address and the secret of that line; the next run tries again.',
    }),
  ];
}

/** The parts by which an address is a secret. */
function secretParts({ pathname, searchParams }: URL): string[] {
  return [...pathname.split('/'), ...searchParams.values()].filter((part) => part.length >= 8);
}

/** Feishu and DingTalk answer 200 also to what they refuse, and say so in the body. */
function isTaken({ kind }: MessageTarget, outcome: HttpOutcome): boolean {
  if (kind !== 'feishu' && kind !== 'dingtalk') return true;
  try {
    const answer: unknown = outcome.kind === 'answer' ? JSON.parse(outcome.text) : undefined;
    if (!isRecord(answer)) return false;
    return (answer['code'] ?? answer['errcode'] ?? answer['StatusCode']) === 0;
  } catch {
    return false;
  }
}

interface Signed {
  readonly url: URL;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * As each place checks it. Feishu: the key is time and secret, nothing is signed with it. DingTalk: both are signed with the secret, in
 * the address. A plain webhook: the body, as GitHub signs its own. Slack's and Teams' addresses are their only secret.
 */
function signed({ kind, url, secret }: MessageTarget, message: object, now: number): Signed {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'model-gates' };
  const plain = { url, body: JSON.stringify(message), headers };
  if (secret === undefined) return plain;
  if (kind === 'feishu') {
    const timestamp = String(Math.floor(now / 1000));
    const sign = createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64');
    return { ...plain, body: JSON.stringify({ timestamp, sign, ...message }) };
  }
  if (kind === 'dingtalk') {
    const timestamp = String(now);
    const address = new URL(url);
    address.searchParams.set('timestamp', timestamp);
    address.searchParams.set(
      'sign',
      createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'),
    );
    return { ...plain, url: address };
  }
  if (kind !== 'webhook') return plain;
  const sign = createHmac('sha256', secret).update(plain.body).digest('hex');
  return { ...plain, headers: { ...headers, 'x-model-gates-signature-256': `sha256=${sign}` } };
}

async function remembered(cache: LedgerCache | undefined): Promise<{ before?: Memory; finding: Finding[] }> {
  try {
    const bytes = (await cache?.read())?.get(memoryFile);
    const value: unknown = bytes === undefined ? undefined : JSON.parse(new TextDecoder().decode(bytes));
    if (!isRecord(value) || typeof value['day'] !== 'string' || !Array.isArray(value['keys']))
      return { finding: [] };
    return {
      before: { day: value['day'], keys: value['keys'].filter((key) => typeof key === 'string') },
      finding: [],
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { finding: [] };
    if (!isUserError(error)) throw error;
    return { finding: [unremembered(error.message)] };
  }
}

async function remember(cache: LedgerCache | undefined, memory: Memory): Promise<Finding[]> {
  if (cache === undefined) return [];
  try {
    const files = new Map(await cache.read());
    files.set(memoryFile, new TextEncoder().encode(`${JSON.stringify(memory)}\n`));
    await cache.write(files);
    return [];
  } catch (error) {
    if (!isUserError(error)) throw error;
    return [unremembered(error.message)];
  }
}

function unremembered(reason: string): Finding {
  return boardRules['figures-not-kept'].finding({
    message: `What was sent could not be remembered, so the same may be sent again: ${reason}`,
    help: 'Give the job `contents: write`: it is kept in refs/lineage/cache.',
  });
}
