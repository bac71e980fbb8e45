/** Summaries as each place takes them, signed as each checks them; signatures computed by Python's hmac. */
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { announce, type Announcing } from '../../../src/board/gate/announce.ts';
import {
  atomFeed,
  badgeSvg,
  boardJson,
  digestOf,
  type Board,
  type Digest,
} from '../../../src/board/index.ts';
import { messageFor, messageKinds } from '../../../src/board/announce/messages.ts';
import { messageTargets } from '../../../src/board/announce/targets.ts';
import type { HttpOutcome } from '../../../src/kernel/http-outcome.ts';
import type { HttpRequest } from '../../../src/ports/http.ts';
import { hashes } from '../../../src/lineage/gate/hashes.ts';
import { boardOf, judged, made } from './support.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const page = 'https://pages.example/board/';
const hostile = '<!channel> *bold* <at id=all></at> [x](https://evil.example) @all ]]>\u202E</title><script>';

function boardWith(text = 'regression-gate'): Promise<Board> {
  return boardOf([
    judged('a', 30, { verdicts: [{ gate: text, verdict: 'fail' }], author: text }),
    made(['job:lost'], `serving:svc-1`, 5, { service: text }),
  ]);
}

function memoryCache() {
  let files: ReadonlyMap<string, Uint8Array> = new Map([['other', new Uint8Array([1])]]);
  return {
    read: () => Promise.resolve(files),
    write: (next: ReadonlyMap<string, Uint8Array>) => {
      files = next;
      return Promise.resolve(true);
    },
    names: () => [...files.keys()],
  };
}

const ok: HttpOutcome = { kind: 'answer', status: 200, text: '{"code":0,"errcode":0}' };

function answering(outcome: HttpOutcome = ok) {
  const sent: HttpRequest[] = [];
  return {
    sent,
    http: {
      send: (request: HttpRequest) => {
        sent.push(request);
        return Promise.resolve(outcome);
      },
    },
  };
}

async function sendTo(lines: string, digest: Digest, outcome?: HttpOutcome) {
  const { sent, http } = answering(outcome);
  const findings = await announce(
    digest,
    { targets: messageTargets(lines), when: 'attention' },
    { http, now: () => now },
  );
  return { sent, findings };
}

describe('signatures', () => {
  const digest = async () => digestOf(await boardWith(), page);

  test('Feishu: time and secret are the key, in the body', async () => {
    const { sent } = await sendTo(
      'lark https://open.larksuite.example/hook/abcdefghij SECabc',
      await digest(),
    );
    expect(JSON.parse(sent[0]?.body ?? '')).toMatchObject({
      timestamp: '1795348800',
      sign: 'yh+TTlHRpy9ukBbct9VwW7ZaEjcwYm9hsv1wuDqRAyk=',
      msg_type: 'interactive',
    });
  });

  test('DingTalk: time and secret are signed, in the address', async () => {
    const { sent } = await sendTo(
      'dingtalk https://oapi.dingtalk.example/robot/send?access_token=t0k3n SECabc',
      await digest(),
    );
    const query = Object.fromEntries(sent[0]?.url.searchParams ?? []);
    expect(query).toEqual({
      access_token: 't0k3n',
      timestamp: '1795348800000',
      sign: 'uSKzqAf+OLL7Zt39+NZFSIQvx+KrJlINq2L1aYpwS6g=',
    });
  });

  test('a plain webhook: the body, as GitHub signs its own', async () => {
    const { sent } = await sendTo('webhook https://hooks.example/in s3cr3t', await digest());
    const { body = '', headers = {} } = sent[0] ?? {};
    const sign = createHmac('sha256', 's3cr3t').update(body).digest('hex');
    expect(headers['x-model-gates-signature-256']).toBe(`sha256=${sign}`);
    expect(JSON.parse(body)).toMatchObject({ schema: 1, name: 'vision/qwen3-vl', page });
  });

  test('Slack and Teams have their address alone', async () => {
    const { sent } = await sendTo(
      'slack https://hooks.example/T0/B0/xyz\nteams https://prod.example/workflows/1',
      await digest(),
    );
    expect(sent.map(({ url }) => url.href)).toEqual([
      'https://hooks.example/T0/B0/xyz',
      'https://prod.example/workflows/1',
    ]);
    expect(Object.keys(sent[0]?.headers ?? {}).toSorted()).toEqual(['content-type', 'user-agent']);
  });
});

describe('texts of others', () => {
  test.each(messageKinds)('%s reads no markup in them', async (kind) => {
    const message = JSON.stringify(messageFor(kind, digestOf(await boardWith(hostile), page)));
    expect(message).toContain('evil.example');
    expect(message).not.toContain('\u202E');
    // Slack reads its notification's text, which is escaped.
    const { text = '' } = JSON.parse(message) as { text?: unknown };
    expect(typeof text === 'string' ? text : '').not.toMatch(/[<>]/);
    for (const markup of ['"type":"mrkdwn"', 'lark_md', '"markdown"', '"TextBlock"'])
      expect(message).not.toContain(markup);
    expect(message.length).toBeLessThan(20_000);
  });

  test('are text in the feed and the badge', async () => {
    const board = await boardWith(hostile);
    const feed = atomFeed(board, { page, sha256: hashes.sha256 });
    expect(feed).not.toMatch(/<script|\u202E|<at /);
    expect(feed.match(/<entry>/g)?.length).toBeGreaterThan(1);
    expect(badgeSvg(board)).not.toContain('<script');
  });
});

describe('when it is sent', () => {
  const send = async (
    when: Announcing['when'],
    cache: ReturnType<typeof memoryCache>,
    digest: Digest,
    at = now,
    outcome = ok,
  ) => {
    const { sent, http } = answering(outcome);
    const targets = messageTargets('webhook https://hooks.example/in');
    await announce(digest, { targets, when }, { http, cache, now: () => at });
    return sent.length;
  };

  test('on what waits, once; again when something new does', async () => {
    const cache = memoryCache();
    const [one, other] = [digestOf(await boardWith()), digestOf(await boardWith('detect-dep-drift'))];
    expect([
      await send('attention', cache, one),
      await send('attention', cache, one),
      await send('attention', cache, other),
    ]).toEqual([1, 0, 1]);
    expect(cache.names()).toEqual(['other', 'announced.json']);
  });

  test('not where nothing waits', async () => {
    expect(await send('attention', memoryCache(), digestOf(await boardOf([judged('a', 3)])))).toBe(0);
  });

  test('daily: once a day, whatever there is', async () => {
    const cache = memoryCache();
    const quiet = digestOf(await boardOf([judged('a', 3)]));
    expect([
      await send('daily', cache, quiet),
      await send('daily', cache, quiet, now + 3600_000),
      await send('daily', cache, quiet, now + 86_400_000),
    ]).toEqual([1, 0, 1]);
  });

  test('again where nobody was reached', async () => {
    const cache = memoryCache();
    const digest = digestOf(await boardWith());
    const down: HttpOutcome = { kind: 'answer', status: 500, text: '' };
    expect([
      await send('attention', cache, digest, now, down),
      await send('attention', cache, digest),
    ]).toEqual([1, 1]);
  });
});

describe('what goes wrong', () => {
  test.each([
    [
      'refused in the body',
      'feishu https://open.feishu.example/hook/abcdefghij s3cr3tword',
      { kind: 'answer', status: 200, text: '{"code":19021,"msg":"sign match fail, abcdefghij s3cr3tword"}' },
    ],
    [
      'refused by status',
      'slack https://hooks.example/T0/B0/abcdefghij',
      { kind: 'answer', status: 404, text: 'no_service /T0/B0/abcdefghij' },
    ],
    [
      'out of reach',
      'dingtalk https://oapi.example/robot/send?access_token=abcdefghij',
      {
        kind: 'unreachable',
        reason: 'getaddrinfo ENOTFOUND https://oapi.example/robot/send?access_token=abcdefghij',
      },
    ],
  ] satisfies [string, string, HttpOutcome][])(
    '%s is a finding without the address and the secret',
    async (_, line, outcome) => {
      const { sent, findings } = await sendTo(line, digestOf(await boardWith()), outcome);
      expect(findings).toMatchObject([{ rule: 'board/not-announced', severity: 'warning' }]);
      const said = JSON.stringify(findings) + (sent[0]?.told(outcome) ?? '');
      expect(said).toContain('line 1');
      expect(said).not.toMatch(/abcdefghij|s3cr3tword/);
    },
  );

  test.each([
    ['slack', /line 1 \(slack\) has no address: the secret/],
    ['slack http://hooks.example/abcdefghij', /no https address/],
    ['slack https://u:p@hooks.example/abcdefghij', /no https address/],
    ['slack not-an-address-abcdefghij', /no https address/],
    ['irc https://irc.example/abcdefghij', /does not begin with slack/],
    ['webhook https://hooks.example/abcdefghij a b', /more than a kind/],
    ['slack https://a.example/x\n'.repeat(21), /21 lines/],
  ])('%j names its line and not what is in it', (text, words) => {
    expect(() => messageTargets(text)).toThrow(words);
    expect(() => messageTargets(text)).not.toThrow(/abcdefghij/);
  });

  test('blank lines and comments are none', () => {
    expect(messageTargets('\n# nothing\n  slack   https://a.example/x \n')).toMatchObject([
      { kind: 'slack', line: 3 },
    ]);
  });
});

test('the badge says what the board says', async () => {
  expect(badgeSvg(await boardOf([]))).toContain('no records');
  expect(badgeSvg(await boardOf([judged('a', 3)]))).toContain('all clear');
  expect(badgeSvg(await boardWith())).toMatch(/aria-label="model-gates: \d wrong"/);
});

test('the feed names the same things alike from run to run', async () => {
  const ids = (feed: string) => feed.match(/<id>[^<]*<\/id>/g);
  const first = atomFeed(await boardWith(), { sha256: hashes.sha256 });
  const later = atomFeed(
    { ...(await boardWith()), builtAt: '2026-11-23T00:00:00.000Z' },
    { sha256: hashes.sha256 },
  );
  expect(ids(later)).toEqual(ids(first));
  expect(new Set(ids(first)).size).toBe(ids(first)?.length);
});

test('all that the board shows is there as JSON', async () => {
  const json = JSON.parse(boardJson(await boardWith())) as Record<string, unknown>;
  expect(Object.keys(json)).toEqual(
    expect.arrayContaining([
      'schema',
      'attention',
      'services',
      'trends',
      'figures',
      'merges',
      'debts',
      'versions',
      'unread',
    ]),
  );
});
