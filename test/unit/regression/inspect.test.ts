import { describe, expect, it } from 'vitest';
import { readResults, type ResultSet } from '../../../src/regression/index.ts';
import { zstdZip } from '../../support/evaluations/zip.ts';

const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const read = (bytes: Uint8Array): ResultSet => readResults([{ path: 'logs/own.eval', bytes }]);

const header = {
  status: 'success',
  eval: {
    task: 'own',
    task_version: 3,
    task_args: {},
    dataset: { name: 'questions', location: '/tmp/x' },
    model: 'm',
    model_generate_config: { temperature: 0.9, top_p: 0.8, max_retries: 3 },
    config: { limit: 5, epochs: 2, epochs_reducer: ['mean'] },
    packages: { inspect_ai: '0.3.285' },
    scorers: [{ name: 'match', options: { location: 'end' } }],
    model_roles: { grader: { model: 'judge-1' } },
  },
  plan: { config: { temperature: 0.5, max_tokens: 7, max_connections: 20 } },
};

const summaries = [
  {
    id: 1,
    epoch: 1,
    input: 'a',
    target: 'x',
    scores: { match: { value: 'C' }, parts: { value: { a: 1, b: 'P' } } },
  },
  { id: 1, epoch: 2, input: 'a', target: 'x', scores: { match: { value: 'I' } } },
  {
    id: 2,
    epoch: 1,
    input: [{ id: 'new', role: 'user', content: 'b' }],
    scores: {},
    error: 'RuntimeError: provider timed out',
  },
  { id: 3, epoch: 1, scores: {}, error: { message: 'HTTP 500' } },
  { id: 4, epoch: 1, scores: { match: { value: 'N' } }, limit: 'token' },
  { id: 5, epoch: 1, scores: {}, limit: { type: 'working', limit: 60 } },
];

const parts = [
  { name: 'header.json', data: encoded(header) },
  { name: 'summaries.json', data: encoded(summaries) },
];

describe('an archive packed with Zstandard', () => {
  const { samples, setup, findings } = read(zstdZip(parts));

  it('has epochs, several scorers, errors and limits', () => {
    expect(findings).toEqual([]);
    expect(
      [...samples.values()].map(({ id, scores, status, cluster }) => [
        id,
        Object.fromEntries(scores),
        status,
        cluster,
      ]),
    ).toEqual([
      ['1', { match: 1, 'parts.a': 1, 'parts.b': 0.5 }, undefined, '1'],
      ['1/epoch 2', { match: 0 }, undefined, '1'],
      ['2', {}, 'error', '2'],
      ['3', {}, 'error', '3'],
      ['4', { match: 0 }, 'truncated', '4'],
      ['5', {}, 'timeout', '5'],
    ]);
    expect(samples.get('1')).toMatchObject({ dataset: 'own', input: samples.get('1/epoch 2')?.input });
  });

  it('says how it was set up, and not which model it is about', () => {
    expect(Object.fromEntries(setup)).toEqual({
      task: 'own',
      'task version of own': '3',
      'dataset of own': 'questions',
      'sample limit of own': '5',
      'epochs of own': '2',
      'epochs reducer of own': '["mean"]',
      'scorers of own': '[["match",{"location":"end"}]]',
      'harness version': '0.3.285',
      judge: 'judge-1',
      temperature: '0.5',
      'top p': '0.8',
      'max tokens': '7',
    });
  });
});

it('finds an answer that ends at the limit of its tokens in its transcript', () => {
  const transcript = { ...summaries[0], output: { choices: [{ stop_reason: 'max_tokens', message: {} }] } };
  const { samples } = read(
    zstdZip([...parts, { name: 'samples/1_epoch_1.json', data: encoded(transcript) }]),
  );
  expect([...samples.values()]).toMatchObject([{ id: '1', status: 'truncated' }]);
});

describe('an archive that is not as it says', () => {
  const zeros = new Uint8Array(64 * 1024 * 1024);
  it.each([
    [
      'expands to more than its directory says',
      zstdZip([{ name: 'header.json', data: zeros, says: 1000 }]),
      /header\.json is broken/,
    ],
    [
      'says that it expands without end',
      zstdZip([{ name: 'header.json', data: encoded(header), says: 4_000_000_000 }]),
      /would expand to 3815 MiB, more than the 512 MiB/,
    ],
    ['was cut', zstdZip(parts).subarray(0, 300), /no header\.json.*killed/],
    [
      'has a part that is not JSON',
      zstdZip([{ name: 'header.json', data: new TextEncoder().encode('{"status": ') }]),
      /header\.json is not JSON/,
    ],
    [
      'has a part that is nested without end',
      zstdZip([{ name: 'header.json', data: new TextEncoder().encode('['.repeat(1e6)) }]),
      /header\.json is not JSON/,
    ],
  ])('%s', (_, bytes, message) => {
    const { findings, samples } = read(bytes);
    expect(samples.size).toBe(0);
    expect(findings.map((finding) => finding.message).join('\n')).toMatch(message);
  });
});

it('tells an evaluation that did not finish', () => {
  const { findings } = read(
    zstdZip([{ name: 'header.json', data: encoded({ ...header, status: 'cancelled' }) }]),
  );
  expect(findings[0]?.message).toBe('The evaluation did not finish: its status is cancelled.');
});
