/** Records sent to an OpenLineage backend: those of a chain, or all that count. */
import { describe, expect, test } from 'vitest';
import { openLineageBackend, sendOpenLineage } from '../../../src/lineage/gate/openlineage.ts';
import { checkTogether } from '../../../src/lineage/gate/trace.ts';
import type { HttpOutcome } from '../../../src/kernel/http-outcome.ts';
import type { HttpRequest } from '../../../src/ports/http.ts';
import { memoryLedger, type Kept } from '../../support/memory-ledger.ts';
import { digest, link, sha } from './support.ts';

const told = { repository: 'acme/vlm' };
const chain = [
  link(`commit ${sha('c')}`, 'job j-1', told),
  link('job j-1', `weights w-1 ${digest('a')}`, told),
  link('weights w-1', 'serving svc-1', told),
];
const other = link(`commit ${sha('d')}`, 'image i-9', told);

interface Event {
  readonly run: { readonly runId: string };
  readonly outputs: readonly { readonly name: string }[];
}

/** Sends to a backend that answers so. */
async function sending(
  kept: Kept,
  id?: string,
  answer: (at: number) => HttpOutcome = () => ({ kind: 'answer', status: 201, text: '' }),
) {
  const requests: HttpRequest[] = [];
  const send = (request: HttpRequest) => Promise.resolve(answer(requests.push(request)));
  const report = await sendOpenLineage(
    {
      id,
      serverUrl: 'https://github.com',
      version: '1.0.0',
      backend: openLineageBackend('http://127.0.0.1:5000', { OPENLINEAGE_API_KEY: 'secret-key' }),
    },
    { ...memoryLedger(kept), now: () => Date.parse('2026-11-22T12:00:00Z'), send },
  );
  return { report, requests, events: requests.map(({ body = '' }) => JSON.parse(body) as Event) };
}

const names = (events: readonly Event[]) =>
  events.flatMap(({ outputs }) => outputs.map(({ name }) => name)).toSorted();

describe('what is sent', () => {
  test('of a chain, what it stands on', async () => {
    const { report, requests, events } = await sending({ branch: [...chain, other] }, 'svc-1');
    expect(report).toMatchObject({
      verdict: 'pass',
      facts: { openlineage: { server: 'http://127.0.0.1:5000/api/v1/lineage', sent: 3 } },
    });
    expect(names(events)).toEqual(['serving/svc-1', 'weights/w-1']);
    expect(requests[0]).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer secret-key' } });
  });

  test('of the ledger all, each once, wherever it waits', async () => {
    const { report, events } = await sending({
      branch: [...chain, other],
      inbox: [other, ...chain.slice(2)],
    });
    expect(report.facts.openlineage.sent).toBe(4);
    expect(names(events)).toEqual(['image/i-9', 'serving/svc-1', 'weights/w-1']);
    expect(new Set(events.map(({ run }) => run.runId)).size).toBe(3);
  });

  test('not what another corrects', async () => {
    const [before] = chain;
    const after = link(`commit ${sha('e')}`, 'job j-1', { ...told, corrects: before?.id });
    const { report } = await sending({ branch: [...chain, after] });
    expect(report.facts.openlineage.sent).toBe(3);
  });

  test('nor what is no record, and that is reported', async () => {
    const { report } = await sending({ branch: chain, files: { 'records/00/x.json': '{"schema":9}' } });
    expect(report.facts.openlineage.sent).toBe(3);
    expect(report.findings.map(({ rule }) => rule)).toContain('lineage/corrupt-record');
  });

  test('of an empty ledger nothing', async () => {
    expect((await sending({})).report).toMatchObject({
      verdict: 'pass',
      facts: { openlineage: { sent: 0 } },
    });
  });
});

describe('a backend that does not take an event', () => {
  test.each<[string, HttpOutcome, RegExp]>([
    ['refuses', { kind: 'answer', status: 400, text: 'Unable to process JSON' }, /See what the backend says/],
    ['wants a key', { kind: 'answer', status: 401, text: 'no secret-key' }, /Check the key/],
    ['is elsewhere', { kind: 'answer', status: 404, text: '' }, /api\/v1\/lineage/],
    ['is not there', { kind: 'unreachable', reason: 'ECONNREFUSED' }, /Check the address/],
  ])('%s', async (_, outcome, help) => {
    const { report } = await sending({ branch: chain }, 'svc-1', (at) =>
      at === 2 ? outcome : { kind: 'answer', status: 201, text: '' },
    );
    expect(report).toMatchObject({ verdict: 'fail', facts: { openlineage: { sent: 1 } } });
    const [finding] = report.findings;
    expect(finding).toMatchObject({ rule: 'lineage/not-sent' });
    expect(finding?.message).toContain('1 record before it were sent');
    expect(finding?.message).not.toContain('secret-key');
    expect(finding?.help).toMatch(help);
  });
});

describe('an address', () => {
  test.each([
    ['https://marquez.example', 'https://marquez.example/api/v1/lineage'],
    ['https://marquez.example/ol/events', 'https://marquez.example/ol/events'],
  ])('%s', (address, url) => {
    expect(openLineageBackend(address, {}).url.href).toBe(url);
  });

  test.each<[string, string]>([
    ['marquez', ''],
    ['ftp://marquez.example', ''],
    ['https://a:b@marquez.example', ''],
    ['http://marquez.example', 'key'],
    ['https://marquez.example', 'key\nx'],
  ])('%s with the key %j is refused', (address, key) => {
    expect(() => openLineageBackend(address, { OPENLINEAGE_API_KEY: key })).toThrow(/cannot be/);
  });

  test.each([{ diff: 'a' }, { export: 'cdevents' }, { mlflow: 'https://m.example' }, { traces: ['a.log'] }])(
    'does not go together with %j',
    (asked) => {
      expect(() => {
        checkTogether({ ...asked, openlineage: 'https://marquez.example' });
      }).toThrow('cannot be given together');
    },
  );
});
