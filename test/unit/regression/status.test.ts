import { describe, expect, it } from 'vitest';
import { Collector, readResults, type Sample } from '../../../src/regression/index.ts';
import { jsonl } from './rows.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const statusesOf = (rows: readonly object[]): (string | undefined)[] =>
  [...readResults([{ path: 'r.jsonl', bytes: bytes(jsonl(rows)) }]).samples.values()].map(
    ({ status }) => status,
  );

describe('what a row says became of its sample', () => {
  it.each<[string, object]>([
    ['answered', { error: null }],
    ['answered', { error: '' }],
    ['answered', { error: false, status: 'success', finish_reason: 'stop' }],
    ['answered', { error: {}, stop_reason: 'end_turn', failure_mode: 'unset' }],
    ['answered', { finish_reason: 'tool_calls', status: 'completed' }],
    ['error', { error: 'HTTP 429' }],
    ['error', { error: { message: 'connection reset' } }],
    ['error', { exception: 'ValueError: x' }],
    ['error', { status: 'ERROR' }],
    ['timeout', { error: 'Evaluation timed out after 1000ms' }],
    ['timeout', { error: { type: 'TimeoutError', message: 'Request timeout' } }],
    ['timeout', { status: 'timed out' }],
    ['timeout', { failure_mode: 'agent_timeout' }],
    ['truncated', { finish_reason: 'length' }],
    ['truncated', { stop_reason: 'MAX_TOKENS' }],
    ['truncated', { truncated: true }],
    ['filtered', { finish_reason: 'content-filter' }],
    ['filtered', { finishReason: 'SAFETY' }],
    ['unparsed', { status: 'parse_error' }],
    ['unparsed', { failed_to_parse: 'True' }],
    ['unparsed', { parsed: false }],
    ['answered', { parsed: true, status: 200, status_code: '200', errors: [], error_code: 0 }],
    ['answered', { errors: 3 }],
    ['answered', { error: 0.3 }],
    ['timeout', { status_code: 504 }],
    ['error', { status: 500 }],
    ['error', { error_code: '429' }],
    ['error', { errors: ['429 Too Many Requests'] }],
    ['truncated', { finish_reason: ['length'] }],
    ['truncated', { finish_reason: 'model_context_window_exceeded' }],
    ['error', { status: 'CUDA out of memory' }],
    ['error', { status: 'killed' }],
    ['truncated', { response: { choices: [{ finish_reason: 'length' }] } }],
    ['answered', { response: { choices: [{ finish_reason: 'stop', message: { refusal: null } }] } }],
    ['filtered', { response: { choices: [{ finish_reason: 'stop', message: { refusal: 'I cannot' } }] } }],
    [
      'truncated',
      { response: { status: 'incomplete', incomplete_details: { reason: 'max_output_tokens' } } },
    ],
    ['filtered', { status: 'incomplete', incomplete_details: { reason: 'content_filter' } }],
    ['filtered', { raw_response: { candidates: [{ finishReason: 'SAFETY' }] } }],
    ['filtered', { raw_response: { promptFeedback: { blockReason: 'BLOCKLIST' } } }],
    ['filtered', { response: { stop_reason: 'refusal' } }],
    ['filtered', { stop_reason: 'refusal' }],
    ['timeout', { metadata: { error: 'timeout' } }],
    ['answered', { metadata: { error: null, timeout: 1, status: 'done' } }],
    ['answered', { outcome: 'refusal' }],
    ['answered', { doc: { error: 'a word of the data' } }],
    ['answered', { timeout: 1 }],
    ['timeout', { timeout: true }],
    ['error', { error: 1 }],
  ])('%s: %j', (expected, fields) => {
    expect(statusesOf([{ id: 1, score: 0, ...fields }])).toEqual([
      expected === 'answered' ? undefined : expected,
    ]);
  });

  it('is nothing where how far off it is stands alone: that is its score', () => {
    const text = jsonl([0, 0.3, 1, 2.5].map((error, id) => ({ id, error })));
    const samples = [...readResults([{ path: 'r.jsonl', bytes: bytes(text) }]).samples.values()];
    expect(samples.map(({ status, scores }) => [status, scores.get('error')])).toEqual(
      [0, 0.3, 1, 2.5].map((error) => [undefined, error]),
    );
  });

  it.each<[string, object, string | undefined]>([
    ['length', { finish_reason: 'length' }, 'truncated'],
    ['an error', { error: { code: 'rate_limit', message: '429' } }, 'error'],
    ['nothing', { finish_reason: 'stop', error: null }, undefined],
  ])("of OpenAI's output items is in their sample: %s", (_, sample, expected) => {
    const results = [{ name: 'grader', score: 1, passed: true }];
    expect(statusesOf([{ id: 'oi', datasource_item_id: 1, results, sample }])).toEqual([expected]);
  });

  it('of an EvalScope review without any value: nothing could score it', () => {
    const review = (value: object): object => ({
      index: 1,
      sample_score: { sample_id: 1, score: { value } },
    });
    expect([statusesOf([review({})]), statusesOf([review({ acc: 0 })])]).toEqual([['unparsed'], [undefined]]);
  });

  it.each<[string, readonly string[], readonly (string | undefined)[]]>([
    ['a run that broke down', ['completed', 'failed'], [undefined, 'error']],
    ['a run that broke down', ['failed', 'Done', 'failed'], ['error', undefined, 'error']],
    ['a wrong answer', ['passed', 'failed'], [undefined, undefined]],
    ['a wrong answer', ['failed', 'passed'], [undefined, undefined]],
  ])('`failed` is %s beside %j', (_, states, expected) => {
    expect(statusesOf(states.map((status, id) => ({ id, score: 0, status })))).toEqual(expected);
  });

  it('`failed` in one shard is a run that broke down where another shard says that runs complete', () => {
    const shard = (path: string, status: string, id: string) => ({
      path,
      bytes: bytes(jsonl([{ id, score: 0, status }])),
    });
    const { samples } = readResults([shard('a.jsonl', 'failed', 's1'), shard('b.jsonl', 'completed', 's2')]);
    expect([...samples.values()].map(({ status }) => status)).toEqual(['error', undefined]);
  });

  it.each<[string, readonly string[]]>([
    ['after', ['failed', 'completed']],
    ['before', ['completed', 'failed']],
    ['unnamed, until another is complete', ['failed', 'answered', 'completed elsewhere']],
  ])('a run that failed gives way to one of the same id: %s', (_, states) => {
    const { samples, findings } = readResults([
      {
        path: 'r.jsonl',
        bytes: bytes(
          jsonl(
            states.map((state) => ({
              id: state === 'completed elsewhere' ? 's2' : 's1',
              score: state === 'failed' ? 0 : 1,
              status: state.split(' ', 1)[0],
            })),
          ),
        ),
      },
    ]);
    expect(findings).toEqual([]);
    expect(samples.get('s1')).toMatchObject({ scores: new Map([['score', 1]]) });
    expect(samples.get('s1')?.status).toBeUndefined();
  });

  it('is kept where a failed call left no score at all', () => {
    expect(statusesOf([{ id: 1, error: 'HTTP 503' }])).toEqual(['error']);
    expect(statusesOf([{ id: 1, status: 'failed' }])).toEqual(['error']);
    expect(statusesOf([{ id: 1, status: 'failed', score: null }])).toEqual(['error']);
  });
});

describe('several rows of one id', () => {
  const sample = (fields: Partial<Sample>): Sample => ({
    id: 's1',
    scores: new Map([['score', 1]]),
    slices: [],
    file: 'a.jsonl',
    ...fields,
  });
  const idsOf = (samples: readonly Sample[]) => {
    const collector = new Collector();
    for (const one of samples) collector.sample(one);
    const { samples: kept, findings } = collector.result();
    return {
      ids: [...kept.values()].map(({ id, cluster, status }) => [id, cluster, status]),
      errors: findings.length,
    };
  };

  it.each<[string, Partial<Sample>[], unknown[], number]>([
    ['are a mistake', [{}, {}], [['s1', undefined, undefined]], 1],
    [
      'are further answers where the id names a question',
      [{ repeats: true }, { repeats: true }, { repeats: true }],
      [
        ['s1', undefined, undefined],
        ['s1/repeat 2', 's1', undefined],
        ['s1/repeat 3', 's1', undefined],
      ],
      0,
    ],
    [
      'of two files are none',
      [{ repeats: true }, { repeats: true, file: 'b.jsonl' }],
      [['s1', undefined, undefined]],
      1,
    ],
    ['are a call that was made again', [{ status: 'error' }, {}], [['s1', undefined, undefined]], 0],
    ['in any order', [{}, { status: 'timeout' }], [['s1', undefined, undefined]], 0],
    ['that failed again', [{ status: 'error' }, { status: 'timeout' }], [['s1', undefined, 'error']], 0],
    [
      'are a mistake where both were answered',
      [{ status: 'truncated' }, {}],
      [['s1', undefined, 'truncated']],
      1,
    ],
  ])('%s', (_, given, ids, errors) => {
    expect(idsOf(given.map(sample))).toEqual({ ids, errors });
  });
});
