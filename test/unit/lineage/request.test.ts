/** From the id of a request in somebody's logs to the version that answered. */
import { createServer } from 'node:http';
import { mkdirSync, writeFileSync } from 'node:fs';
import * as zlib from 'node:zlib';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { trace } from '../../../src/lineage/gate/trace.ts';
import { requestLogs } from '../../../src/runner/logs/request-logs.ts';
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

async function asked(content: string | Uint8Array, id = 'req-1') {
  return askedOf({ 'gateway.log': content }, id, ['gateway.log']);
}

/** Files of a folder; `named` in it, by default the folder itself. */
async function askedOf(files: Readonly<Record<string, string | Uint8Array>>, id = 'req-1', named = ['.']) {
  const folder = temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const logs = requestLogs(named, folder, rememberingLog());
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
      'spans as Tempo gives them, the id in Base64',
      JSON.stringify({
        batches: [
          {
            resource: { attributes: [attribute('service.version', 'svc-2')] },
            instrumentationLibrarySpans: [{ spans: [{ traceId: 'CvdlGRbNQ92ESOshHIAxnA==', name: 'chat' }] }],
          },
        ],
      }),
      traceId,
      'svc-2',
      'service.version',
    ],
    [
      'a trace as Jaeger gives it',
      JSON.stringify({
        data: [
          {
            traceID: traceId,
            spans: [{ traceID: traceId, spanID: '1', operationName: 'chat' }],
            processes: {
              p1: {
                serviceName: 'qwen-vl',
                tags: [{ key: 'service.version', type: 'string', value: 'svc-2' }],
              },
            },
          },
        ],
      }),
      traceId,
      'svc-2',
      'service.version',
    ],
    [
      "LiteLLM's spend logs, whose metadata is a text",
      lines({ request_id: 'req-1', model: 'openai/qwen', metadata: '{"model_version":"svc-1"}' }),
      'req-1',
      'svc-1',
      'metadata.model_version',
    ],
    [
      'a line of JSON as Docker keeps it',
      lines({ log: '{"id":"req-1","serving":{"version":"svc-2"}}\n', stream: 'stdout' }),
      'req-1',
      'svc-2',
      'log.serving.version',
    ],
    [
      'a plain line as Docker keeps it',
      lines({ log: 'POST /v1 request_id=req-1 version=svc-2 200\n', time: '2026-11-21T10:00:00Z' }),
      'req-1',
      'svc-2',
      'log.version',
    ],
    [
      'a line of JSON behind what Kubernetes writes before it',
      lines('2026-11-21T10:00:00.1Z stdout F {"request_id":"req-1","model_version":"svc-2"}'),
      'req-1',
      'svc-2',
      'model_version',
    ],
    [
      'rows of a CSV export',
      'id,name,release\n"req-0","chat","svc-1"\n"req-1","chat","svc-2"\n',
      'req-1',
      'svc-2',
      '2',
    ],
    ['an id with a slash, as PHP escapes it', '{"id":"a\\/b","version":"svc-1"}', 'a/b', 'svc-1', 'version'],
    [
      'an id with accents, as Python escapes it',
      '{"id":"r\\u00e9-1","version":"svc-1"}',
      'ré-1',
      'svc-1',
      'version',
    ],
    ['lines that end as on Windows', 'req-0 svc-1\r\nreq-1 svc-2\r\n', 'req-1', 'svc-2', '1'],
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
      "a trace of Langfuse with its scores, by a score's id",
      lines({ id: 'lf-1', release: 'svc-2', scores: [{ id: 'req-1', traceId: 'lf-1', value: 0 }] }),
      'req-1',
      'svc-2',
      'release',
    ],
    [
      'a plain line with the service and, in front, the time',
      lines('2026-11-15T10:00:00Z POST /v1 request_id=req-1 service=qwen-vl 200'),
      'req-1',
      'svc-1',
      'service',
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
    const logs = requestLogs(['none.log'], temporaryFolder(), rememberingLog());
    const asking = trace({ id: 'x', logs }, { ledger: memoryLedger({ branch }).ledger, now: Date.now });
    await expect(asking).rejects.toThrow(/none\.log cannot be read/);
  });
});

describe('whoever calls cannot choose the version', () => {
  test.each<[string, object, string]>([
    ['by a message', { message: 'model=svc-1', request_id: 'req-1', model: 'svc-2' }, 'model'],
    ['by metadata', { request_id: 'req-1', model_id: 'svc-2', metadata: { version: 'svc-1' } }, 'model_id'],
    [
      'by JSON in a message',
      { request_id: 'req-1', message: '{"service.version":"svc-1"}', 'service.version': 'svc-2' },
      'service.version',
    ],
  ])('%s', async (_, entry, field) => {
    const { facts, findings } = await asked(lines(entry));
    expect(facts.request).toMatchObject({ version: 'svc-2', field });
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/2 versions answered: serving svc-2 and serving svc-1; the first was followed/),
    );
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

describe('of several files', () => {
  const scores = lines({ id: 'score-1', traceId: 't-1', name: 'thumbs', value: 0, source: 'ANNOTATION' });
  const traces = lines({ id: 't-0', release: 'svc-1' }, { id: 't-1', release: 'svc-2', sessionId: 's' });

  test('a score leads to the trace beside it, and so to the version', async () => {
    const { facts, verdict } = await askedOf({ 'scores.jsonl': scores, 'traces.jsonl': traces }, 'score-1');
    expect({ verdict, request: facts.request }).toMatchObject({
      verdict: 'pass',
      request: { id: 'score-1', via: 't-1', entries: 3, version: 'svc-2', field: 'release', line: 2 },
    });
    expect(facts.request?.answers.map(({ log }) => log)).toEqual(['traces.jsonl']);
  });

  test('files are named one by one too, and those of folders below are read', async () => {
    const named = await askedOf({ a: scores, b: traces, c: 'x' }, 'score-1', ['a', 'b']);
    expect(named.facts.request).toMatchObject({ version: 'svc-2', logs: 'a and b' });
    const below = await askedOf(
      { 'day/1/x.log': traces, '.hidden': lines({ id: 't-1', release: 'svc-1' }) },
      't-1',
    );
    expect(below.facts.request).toMatchObject({ version: 'svc-2', via: null });
  });

  test('a folder without files is not a log', async () => {
    await expect(askedOf({}, 'x')).rejects.toThrow(/has no files/);
  });

  test('all entries of an id are listed, with where, when and what', async () => {
    const { facts, sections } = await askedOf({
      'a.log': lines(
        { id: 'req-1', version: 'svc-1', time: '2026-11-12T10:00:00Z' },
        { id: 'req-1', version: 'svc-1' },
      ),
      'b.log': lines({ id: 'x' }, { id: 'req-1', version: 'svc-2' }),
    });
    expect(facts.request?.answers).toEqual([
      { version: 'svc-1', field: 'version', log: 'a.log', line: 1, at: '2026-11-12T10:00:00.000Z' },
      { version: 'svc-1', field: 'version', log: 'a.log', line: 2, at: null },
      { version: 'svc-2', field: 'version', log: 'b.log', line: 2, at: null },
    ]);
    expect(sections?.[0]).toMatchObject({ title: '3 entries of req-1', rows: [{}, {}, { 0: 'b.log:2' }] });
  });

  test('of very many entries the first are looked at, and that is said', async () => {
    const { facts, findings } = await asked(
      lines(...Array.from({ length: 300 }, () => ({ user: 'req-1', version: 'svc-1' }))),
    );
    expect(facts.request?.entries).toBe(200);
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('more than 200 entries'),
    );
  });
});

describe('of packed files', () => {
  const [one, two] = [lines({ id: 'req-0', version: 'svc-1' }), lines({ id: 'req-1', version: 'svc-2' })].map(
    (text) => `${text}\n`,
  );
  const hasZstd = typeof zlib.zstdCompressSync === 'function';

  test('gzip is unpacked, also where a log was written in two members', async () => {
    const bytes = Buffer.concat([zlib.gzipSync(one ?? ''), zlib.gzipSync(two ?? '')]);
    expect((await asked(bytes)).facts.request).toMatchObject({ version: 'svc-2', line: 2 });
  });

  test.skipIf(!hasZstd)('zstd is unpacked, also where a log was written in several frames', async () => {
    const frame = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 2]);
    const bytes = Buffer.concat([zlib.zstdCompressSync(one ?? ''), frame, zlib.zstdCompressSync(two ?? '')]);
    expect((await asked(bytes)).facts.request).toMatchObject({ version: 'svc-2', line: 2 });
  });

  test.each<[string, Uint8Array]>([
    ['gzip', zlib.gzipSync(one ?? '').subarray(0, 30)],
    ['gzip', Buffer.concat([zlib.gzipSync(one ?? '').subarray(0, 20), Buffer.alloc(40, 7)])],
    ...(hasZstd
      ? [['zstd', zlib.zstdCompressSync(one ?? '').subarray(0, 20)] satisfies [string, Uint8Array]]
      : []),
  ])('%s that is cut off or damaged is said to be so', async (pack, bytes) => {
    await expect(asked(bytes)).rejects.toThrow(new RegExp(`is packed with ${pack}, and cut off or damaged`));
  });
});

describe('of a large file', () => {
  test('lines are found across the pieces in which it is read, with their number', async () => {
    const filler = `${'x'.repeat(99)}\n`.repeat(30_000);
    const long = `{"text":"${'é'.repeat(1_500_000)}","id":"req-1","version":"svc-2"}\n`;
    const { facts } = await asked(`${filler}${long}${filler}`);
    expect(facts.request).toMatchObject({ entries: 1, version: 'svc-2', line: 30_001 });
  });

  test('a document of many lines is read as a whole', async () => {
    const filler = Array.from({ length: 20_000 }, (_, at) => ({ id: `other-${at}`, release: 'svc-1' }));
    const text = JSON.stringify({ data: [...filler, { id: 'req-1', release: 'svc-2' }] }, null, 2);
    expect((await asked(text)).facts.request).toMatchObject({ entries: 1, version: 'svc-2' });
  });
});

describe('at an address', () => {
  async function answering(status: number, body: string) {
    const server = createServer((_, response) => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body);
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => {
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return askedOf({}, 'req-1', [`http://127.0.0.1:${port}/api?token=secret`]);
  }

  test('an answer of more than a megabyte is read whole', async () => {
    const data = Array.from({ length: 20_000 }, (_, at) => ({
      id: `other-${at}`,
      name: 'x'.repeat(40),
      release: 'svc-1',
    }));
    const { facts } = await answering(
      200,
      JSON.stringify({ data: [...data, { id: 'req-1', release: 'svc-2' }] }),
    );
    expect(facts.request).toMatchObject({
      version: 'svc-2',
      logs: expect.stringMatching(/^http:\/\/127[^?]*\/api$/) as string,
    });
  });

  test('a refusal is said, without what is secret in the address', async () => {
    await expect(answering(403, '')).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+\/api answered 403$/);
  });
});
