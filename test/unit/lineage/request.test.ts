/** From the id of a request in somebody's logs to the version that answered. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { trace } from '../../../src/lineage/gate/trace.ts';
import { requestLogs } from '../../../src/runner/request-logs.ts';
import { rememberingLog } from '../../support/log.ts';
import { memoryLedger } from '../../support/memory-ledger.ts';
import { temporaryFolder } from '../../support/repository.ts';
import { link, sha } from './support.ts';

const service = { kind: 'serving', service: 'qwen-vl' };
const deployed = (id: string, weights: string, at: string) => ({
  ...link(`weights ${weights}`, 'serving x'),
  id: `record-${id}`,
  at,
  outputs: [{ ...service, kind: 'serving' as const, id }],
});
const branch = [
  link(`commit ${sha('a')}`, 'job j1'),
  link('job j1', 'weights w1'),
  link(`commit ${sha('b')}`, 'job j2'),
  link('job j2', 'weights w2'),
  deployed('svc-1', 'w1', '2026-11-10T10:00:00.000Z'),
  deployed('svc-2', 'w2', '2026-11-20T10:00:00.000Z'),
];

const traceId = '0af7651916cd43dd8448eb211c80319c';
const attribute = (key: string, stringValue: string) => ({ key, value: { stringValue } });
const otlp = (version: string, more: object = {}) => ({
  resourceSpans: [
    {
      resource: { attributes: [attribute('service.name', 'qwen-vl'), attribute('service.version', version)] },
      scopeSpans: [
        {
          spans: [
            {
              traceId,
              spanId: '1',
              name: 'chat',
              attributes: [attribute('gen_ai.request.model', 'qwen')],
              ...more,
            },
          ],
        },
      ],
    },
  ],
});

async function asked(content: string, id = 'req-1') {
  const file = path.join(temporaryFolder(), 'gateway.log');
  writeFileSync(file, content);
  const logs = requestLogs(file, '/', rememberingLog());
  const now = () => Date.parse('2026-11-25T10:00:00Z');
  return trace({ id, logs }, { ledger: memoryLedger({ branch }).ledger, now });
}

const lines = (...all: readonly unknown[]) =>
  all.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

describe('finds what answered', () => {
  test.each<[string, string, string, string, string]>([
    [
      'an OTLP file, a batch a line',
      lines(otlp('svc-1').resourceSpans, otlp('svc-2')),
      traceId,
      'svc-2',
      'service.version',
    ],
    [
      'an OTLP document over many lines',
      JSON.stringify(otlp('svc-1'), null, 2),
      traceId,
      'svc-1',
      'service.version',
    ],
    [
      'a trace id with dashes and capitals',
      lines(otlp('svc-1')),
      '0AF76519-16CD-43DD-8448-EB211C80319C',
      'svc-1',
      'service.version',
    ],
    [
      'OTLP logs',
      lines({
        resourceLogs: [
          {
            resource: { attributes: [attribute('service.version', 'svc-2')] },
            scopeLogs: [{ logRecords: [{ traceId, body: { stringValue: 'answered' } }] }],
          },
        ],
      }),
      traceId,
      'svc-2',
      'service.version',
    ],
    [
      'a Langfuse export',
      JSON.stringify(
        {
          data: [
            { id: 'req-0', release: 'svc-1' },
            { id: 'req-1', name: 'chat', release: 'svc-2', version: '1', userId: 'ada' },
          ],
        },
        null,
        1,
      ),
      'req-1',
      'svc-2',
      'release',
    ],
    [
      'a Langfuse trace with its observations',
      JSON.stringify({
        id: 't',
        observations: [{ id: 'req-1', type: 'GENERATION', model: 'w1', startTime: '2026-11-12T10:00:00Z' }],
      }),
      'req-1',
      'w1',
      'model',
    ],
    [
      'a log of LiteLLM',
      lines(
        { request_id: 'x', model_id: 'svc-1' },
        { request_id: 'req-1', model: 'openai/qwen', model_id: 'svc-2', metadata: { user_api_key: 'k' } },
      ),
      'req-1',
      'svc-2',
      'model_id',
    ],
    [
      'a gateway that writes JSON',
      lines({ ts: 1, 'x-request-id': 'req-1', upstream: { serving_version: 'svc-1' } }),
      'req-1',
      'svc-1',
      'upstream.serving_version',
    ],
    [
      'plain lines',
      lines('2026 GET / req=req-0 version=svc-1', '[2026-11-21] POST /v1 request_id=req-1 version=svc-2 200'),
      'req-1',
      'svc-2',
      'version',
    ],
    [
      'plain lines where nothing is named',
      lines('POST /v1/chat req-1 svc-2 200 35ms'),
      'req-1',
      'svc-2',
      '3',
    ],
    [
      'what a service served at that time',
      lines({ id: 'req-1', 'service.name': 'qwen-vl', timestamp: '2026-11-15T10:00:00Z' }),
      'req-1',
      'svc-1',
      'service.name',
    ],
    [
      'the same later',
      lines({ id: 'req-1', service: 'qwen-vl', ts: 1_795_255_200 }),
      'req-1',
      'svc-2',
      'service',
    ],
  ])('in %s', async (_, content, id, version, field) => {
    const { verdict, facts, findings } = await asked(content, id);
    expect({
      verdict,
      request: facts.request,
      findings: findings.filter(({ severity }) => severity === 'error'),
    }).toMatchObject({
      verdict: 'pass',
      request: { id, version, field },
      findings: [],
    });
    expect(facts.chain[0]?.id).toBe(version);
    expect(facts.chain.at(-1)).toMatchObject({ kind: 'commit' });
  });
});

describe('says in words', () => {
  test.each([
    ['that no entry is of the request', lines({ id: 'req-10', version: 'svc-1' }), /has no entry of req-1/],
    [
      'what an entry says that the ledger does not know',
      lines({ id: 'req-1', version: 'v9', model: 'gpt' }),
      /version v9/,
    ],
    ['that a file is empty', '', /has no entry/],
  ])('%s', async (_, content, message) => {
    const { verdict, findings, facts } = await asked(content);
    expect({ verdict, rule: findings[0]?.rule, message: findings[0]?.message }).toEqual({
      verdict: 'fail',
      rule: 'lineage/request-unknown',
      message: expect.stringMatching(message) as string,
    });
    expect(facts.request).toMatchObject({ version: null });
  });

  test('that two versions answered', async () => {
    const { verdict, findings } = await asked(
      lines({ id: 'req-1', version: 'svc-1' }, { id: 'req-1', version: 'svc-2' }),
    );
    const finding = findings.find(({ rule }) => rule === 'lineage/request-unknown');
    expect({ verdict, finding }).toMatchObject({
      verdict: 'pass',
      finding: {
        rule: 'lineage/request-unknown',
        severity: 'warning',
        message: expect.stringContaining('2 versions') as string,
      },
    });
  });

  test('that a file is not there', async () => {
    const logs = requestLogs('none.log', temporaryFolder(), rememberingLog());
    const asking = trace({ id: 'x', logs }, { ledger: memoryLedger({ branch }).ledger, now: Date.now });
    await expect(asking).rejects.toThrow(/none\.log cannot be read/);
  });
});

test('what is hostile in a log is only text', async () => {
  const nested = `${'{"a":'.repeat(50_000)}"req-1"${'}'.repeat(50_000)}`;
  const { facts } = await asked(
    lines(
      `${'['.repeat(100_000)}"req-1"${']'.repeat(100_000)}`,
      '{"__proto__":{"id":"req-1","version":"svc-1"}}',
      nested,
      { id: 'req-1', version: 'svc-2' },
    ),
  );
  expect(facts.request?.version).toBe('svc-1');
  expect(({} as Record<string, unknown>)['version']).toBe(undefined);
});
